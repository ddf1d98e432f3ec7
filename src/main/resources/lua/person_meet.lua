-- Notes who a person is and to which account they belong, unless they were forgotten.
-- KEYS: 1 person:ID  2 account:NEW:people  3 forgotten
-- ARGV: 1 person id  2 name  3 account id, or empty  4 rule, packed  5 seconds since 1970
--       6 prefix of the keys account:ID:people
-- Result: 1 if the account changed, else 0
-- with part/forgotten
if forgotten(KEYS[3], ARGV[1]) then
  return 0
end
redis.call('HSET', KEYS[1], 'n', ARGV[2])
local before = redis.call('HGET', KEYS[1], 'a')
if ARGV[3] == '' or before == ARGV[3] and redis.call('HGET', KEYS[1], 'r') == ARGV[4] then
  return 0
end
if before and before ~= ARGV[3] then
  redis.call('ZREM', ARGV[6] .. before .. ':people', ARGV[1])
end
redis.call('ZADD', KEYS[2], 0, ARGV[1])
redis.call('HSET', KEYS[1], 'a', ARGV[3], 'r', ARGV[4], 's', ARGV[5])
return 1
