-- Changes what stands between us and people or accounts, all of it or nothing, if nobody else
-- changed one of them since it was read. This is how goodwill is spent, too: whoever read the same
-- goodwill comes too late and reads again.
-- KEYS: 1 forgotten  2 looks  3... each relation:KIND:ID
-- ARGV: 1 prefix of all keys, then for each of them: the id that was asked for, the version that was
--       read (0 for none), how many arguments set fields, how many fields go, '1' if it is a reason to
--       look at them; then field, value, ..., and the fields that go
-- Result: 'ok', or 'changed' if one was changed meanwhile, or the id stands for another person by now;
--   where one is with somebody who was forgotten nothing is written
-- include: forgotten.lua
-- include: merged.lua
local parts, at = {}, 2
for i = 3, #KEYS do
  local person = string.match(KEYS[i], ':relation:person:(.*)$')
  if person and forgotten(KEYS[1], person) then
    return 'ok'
  end
end
for i = 3, #KEYS do
  local key = KEYS[i]
  local person = string.match(key, ':relation:person:(.*)$')
  if person and whole(ARGV[1], ARGV[at]) ~= person then
    return 'changed'
  end
  if (redis.call('HGET', key, 'v') or '0') ~= ARGV[at + 1] then
    return 'changed'
  end
  local set, gone = tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3])
  parts[i] = {at + 5, at + 4 + set, at + 4 + set + gone, ARGV[at + 4]}
  at = at + 5 + set + gone
end
for i = 3, #KEYS do
  local key = KEYS[i]
  local first, last, over, look = unpack(parts[i])
  for field = first, last, 2 do
    redis.call('HSET', key, ARGV[field], ARGV[field + 1])
  end
  for field = last + 1, over do
    redis.call('HDEL', key, ARGV[field])
  end
  if over >= first then
    redis.call('HINCRBY', key, 'v', 1)
  end
  if look == '1' then
    redis.call('ZADD', KEYS[2], 0, string.match(key, ':relation:(.*)$'))
  end
end
return 'ok'
