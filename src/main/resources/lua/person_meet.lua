-- Notes who a person is and to which account they belong, unless they were forgotten.
-- KEYS: 1 person:ID  2 forgotten
-- ARGV: 1 person id  2 name  3 account id, or empty  4 rule, packed  5 seconds since 1970
--       6 prefix of all keys  7 numbers of the intents that want an answer
-- Result: 1 if the account changed, else 0. Of an id that was merged into another only its name is
--   noted, and an account if it had none.
-- include: spread.lua
-- include: forgotten.lua
-- include: asking.lua
-- include: merged.lua
if forgotten(KEYS[2], ARGV[1]) then
  return 0
end
if whole(ARGV[6], ARGV[1]) ~= ARGV[1] then
  local identity = ARGV[6] .. 'identity:' .. ARGV[1]
  redis.call('HSET', identity, 'n', ARGV[2])
  if ARGV[3] ~= '' and redis.call('HEXISTS', identity, 'a') == 0 then
    redis.call('HSET', identity, 'a', ARGV[3], 'r', ARGV[4], 's', ARGV[5])
  end
  return 0
end
redis.call('HSET', KEYS[1], 'n', ARGV[2])
redis.call('HDEL', ARGV[6] .. 'identity:' .. ARGV[1], 'g')
local before = redis.call('HGET', KEYS[1], 'a')
if ARGV[3] == '' or before == ARGV[3] and redis.call('HGET', KEYS[1], 'r') == ARGV[4] then
  return 0
end
if before ~= ARGV[3] then
  moves(ARGV[6], ARGV[1], before, ARGV[3])
  asks_at(ARGV[6], ARGV[1], before, ARGV[3], ARGV[7])
end
redis.call('HSET', KEYS[1], 'a', ARGV[3], 'r', ARGV[4], 's', ARGV[5])
return 1
