-- Takes back what was said about the labels of mentions.
-- KEYS: 1 corrections  2 corrections:times  3 learning
-- ARGV: 1 now (seconds since 1970)  2... mention ids
-- Result: how many there were
-- Idempotent: what is gone is not counted again.
local gone = 0
for i = 2, #ARGV do
  gone = gone + redis.call('HDEL', KEYS[1], ARGV[i])
  redis.call('ZREM', KEYS[2], ARGV[i])
end
if gone > 0 then
  redis.call('HINCRBY', KEYS[3], 'changes', gone)
  redis.call('HSET', KEYS[3], 'changed', ARGV[1])
end
return gone
