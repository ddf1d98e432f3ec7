-- Parts an id from the person with whom it was joined last: what was said by it, before and since, and
-- what was counted with that are its own again, and so is what was suggested about it.
-- KEYS: 1 merged  2 top  3 cards  4 relation:person:ID of the person  5 the same of the id
-- ARGV: 1 prefix of all keys  2 the person  3 the id  4 retention in seconds
--       5 card of the person as it was read, or empty  6 as it shall be
--       7 version of the person's relationship  8 of the id's  9 numbers of the intents that want an
--       answer  10 '1' if by the card their acts do not count with those of others  11 when it is seen to
--       that both rest or go on, should whoever parts them stop here (seconds since 1970)  12... of the
--       former how many arguments set fields, how many fields go, field, value, ..., and the fields that
--       go; then the same of the latter
-- Result: 'ok', or 'changed' if anything is not as it was read
-- include: spread.lua
-- include: pieces.lua
-- include: asking.lua
-- include: merged.lua
-- include: identities.lua
local prefix, person, id = ARGV[1], ARGV[2], ARGV[3]
if redis.call('HGET', KEYS[1], id) ~= person or redis.call('HEXISTS', KEYS[1], person) == 1
  or (redis.call('HGET', KEYS[4], 'v') or '0') ~= ARGV[7]
  or (redis.call('HGET', KEYS[5], 'v') or '0') ~= ARGV[8]
  or (redis.call('HGET', KEYS[3], person) or '') ~= ARGV[5] then
  return 'changed'
end
local theirs, others = prefix .. 'person:' .. person, prefix .. 'person:' .. id
local identity = prefix .. 'identity:' .. id
local going = identities(prefix, id)
stands(prefix, person, -1, ARGV[9])
local function by(record)
  local said = said_by(record)
  return said and going[said], said ~= id and said or nil
end
local acts = move(theirs, others, by)
local heard = prefix .. 'heard:' .. id
if move(prefix .. 'heard:' .. person, heard, by) > 0 then
  redis.call('EXPIRE', heard, ARGV[4])
end
redis.call('HDEL', KEYS[1], id)
local staying = identities(prefix, person)
recount(prefix, person, staying)
recount(prefix, id, going)
for _, field in ipairs({'n', 'a', 'r', 's'}) do
  local value = redis.call('HGET', identity, field)
  if value then
    redis.call('HSET', others, field, value)
  end
end
redis.call('HDEL', identity, 'n', 'a', 'r', 's', 'by', 'at', 'undo', 'o')
local function leave(one, ids)
  if next(ids, next(ids)) then
    return
  end
  if redis.call('HEXISTS', prefix .. 'identity:' .. one, 'g') == 1 then
    redis.call('HDEL', prefix .. 'person:' .. one, 'n')
  end
  redis.call('DEL', prefix .. 'identity:' .. one)
end
leave(person, staying)
leave(id, going)
if acts > 0 then
  redis.call('ZADD', KEYS[2], acts, id)
  if tonumber(redis.call('ZINCRBY', KEYS[2], -acts, person)) < 1 then
    redis.call('ZREM', KEYS[2], person)
  end
end
stands(prefix, person, 1, ARGV[9])
stands(prefix, id, 1, ARGV[9])
local ids = redis.call('ZRANGE', prefix .. 'nudges:about:' .. id, 0, -1)
suggest(prefix, ids, person, id)
for _, one in ipairs(ids) do
  if redis.call('HEXISTS', prefix .. 'nudges', one) == 0 then
    redis.call('ZREM', prefix .. 'nudges:about:' .. id, one)
  else
    redis.call('ZREM', prefix .. 'nudges:about:' .. person, one)
  end
end
if ARGV[5] ~= ARGV[6] then
  card(prefix, person, ARGV[6], ARGV[10])
end
relate(KEYS[5], relate(KEYS[4], 12))
for _, message in ipairs(redis.call('ZRANGE', prefix .. 'attention:' .. id, 0, -1)) do
  redis.call('ZREM', prefix .. 'attention:' .. person, message)
end
for _, one in ipairs({person, id}) do
  if redis.call('HEXISTS', prefix .. 'relation:person:' .. one, 'p') == 1 then
    redis.call('ZADD', prefix .. 'looks', 'LT', ARGV[11], 'person:' .. one)
  end
  for _, nudge in ipairs(redis.call('ZRANGE', prefix .. 'nudges:about:' .. one, 0, -1)) do
    local text = redis.call('HGET', prefix .. 'nudges', nudge)
    if text and string.find(text, '"state":"paused"', 1, true) then
      redis.call('ZADD', prefix .. 'nudges:due', 'XX', 'LT', ARGV[11], nudge)
    end
  end
end
return 'ok'
