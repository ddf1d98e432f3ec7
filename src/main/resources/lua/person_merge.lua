-- Joins an id with a person who is the same human: what was heard and counted of it is the person's from
-- now on, each record with by which id it was said; what is between us and them is joined as the caller
-- has worked it out, if nobody changed it meanwhile.
-- KEYS: 1 merged  2 forgotten  3 top  4 cards  5 relation:person:ID of the person  6 the same of the id
-- ARGV: 1 prefix of all keys  2 the person  3 the id  4 name of the person  5 who did it
--       6 milliseconds since 1970  7 how to part them again, as JSON  8 retention in seconds
--       9 card of the person as it was read, or empty  10 as it shall be
--       11 version of the person's relationship  12 of the id's  13 numbers of the intents that want an
--       answer  14 '1' if by the card their acts do not count with those of others  15 how many
--       arguments set fields of the former, 16 how many fields go; then field, value, ..., and the fields that go
-- Result: 'ok', 'changed' if anything is not as it was read, or 'forgotten' if one of them was
-- What stands between us and the id is left as it stands, until the merge is undone.
-- include: spread.lua
-- include: pieces.lua
-- include: forgotten.lua
-- include: asking.lua
-- include: merged.lua
-- include: identities.lua
local prefix, person, id = ARGV[1], ARGV[2], ARGV[3]
if forgotten(KEYS[2], person) or forgotten(KEYS[2], id) then
  return 'forgotten'
end
if redis.call('HEXISTS', KEYS[1], person) == 1 or redis.call('HEXISTS', KEYS[1], id) == 1
  or (redis.call('HGET', KEYS[5], 'v') or '0') ~= ARGV[11]
  or (redis.call('HGET', KEYS[6], 'v') or '0') ~= ARGV[12]
  or (redis.call('HGET', KEYS[4], person) or '') ~= ARGV[9] then
  return 'changed'
end
local theirs, others = prefix .. 'person:' .. person, prefix .. 'person:' .. id
for _, one in ipairs({person, id}) do
  local identity, known = prefix .. 'identity:' .. one, redis.call('HGETALL', prefix .. 'person:' .. one)
  if redis.call('EXISTS', identity) == 0 then
    redis.call('HSET', identity, 'i', one)
    for i = 1, #known, 2 do
      if COUNTED[known[i]] then
        redis.call('HSET', identity, known[i], known[i + 1])
      end
    end
  end
end
local identity = prefix .. 'identity:' .. id
for _, field in ipairs({'n', 'a', 'r', 's'}) do
  local value = redis.call('HGET', others, field)
  if value then
    redis.call('HSET', identity, field, value)
  end
end
redis.call('HSET', identity, 'by', ARGV[5], 'at', ARGV[6], 'undo', ARGV[7], 'o', ARGV[11])
stands(prefix, person, -1, ARGV[13])
stands(prefix, id, -1, ARGV[13])
local function by(record)
  return true, said_by(record) or id
end
move(others, theirs, by)
local heard = prefix .. 'heard:' .. person
if move(prefix .. 'heard:' .. id, heard, by) > 0 then
  redis.call('EXPIRE', heard, ARGV[8])
end
redis.call('DEL', others, prefix .. 'heard:' .. id)
redis.call('HSET', KEYS[1], id, person)
recount(prefix, person, identities(prefix, person))
if redis.call('HSETNX', theirs, 'n', ARGV[4]) == 1 then
  redis.call('HSET', prefix .. 'identity:' .. person, 'g', '1')
end
local acts = redis.call('ZSCORE', KEYS[3], id)
if acts then
  redis.call('ZREM', KEYS[3], id)
  redis.call('ZINCRBY', KEYS[3], acts, person)
end
stands(prefix, person, 1, ARGV[13])
suggest(prefix, redis.call('ZRANGE', prefix .. 'nudges:about:' .. id, 0, -1), id, person)
if ARGV[9] ~= ARGV[10] then
  card(prefix, person, ARGV[10], ARGV[14])
end
relate(KEYS[5], 15)
local attention = prefix .. 'attention:' .. person
if redis.call('EXISTS', prefix .. 'attention:' .. id) == 1 then
  redis.call('ZUNIONSTORE', attention, 2, attention, prefix .. 'attention:' .. id, 'AGGREGATE', 'MAX')
  redis.call('EXPIRE', attention, 691200)
end
return 'ok'
