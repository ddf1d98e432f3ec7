-- Notes that a person is forgotten.
-- KEYS: 1 forgotten
-- ARGV: 1 salt, if there is none yet  2 what the handles of this person have in common  3... handles
-- Result: 1
-- Idempotent.
redis.call('HSETNX', KEYS[1], 'salt', ARGV[1])
local salt = redis.call('HGET', KEYS[1], 'salt')
for i = 3, #ARGV do
  redis.call('HSET', KEYS[1], redis.sha1hex(salt .. ARGV[i]), ARGV[2])
end
return 1
