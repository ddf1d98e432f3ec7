-- Notes who a person is and to which account they belong.
-- KEYS: 1 person:ID  2 account:NEW:people
-- ARGV: 1 person id  2 name  3 team  4 account id, or empty  5 rule  6 seconds since 1970
--       7 prefix of the keys account:ID:people
-- Result: 1 if the account changed, else 0
redis.call('HSET', KEYS[1], 'name', ARGV[2], 'team', ARGV[3])
local before = redis.call('HGET', KEYS[1], 'account')
if ARGV[4] == '' or before == ARGV[4] and redis.call('HGET', KEYS[1], 'account.rule') == ARGV[5] then
  return 0
end
if before and before ~= ARGV[4] then
  redis.call('SREM', ARGV[7] .. before .. ':people', ARGV[1])
end
redis.call('SADD', KEYS[2], ARGV[1])
redis.call('HSET', KEYS[1], 'account', ARGV[4], 'account.rule', ARGV[5], 'account.at', ARGV[6])
return 1
