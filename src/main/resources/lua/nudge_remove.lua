-- Takes a nudge out of the log and its indexes, if it stands as the caller read it.
-- KEYS: 1 nudges  2... the indexes that may have it
-- ARGV: 1 nudge id  2 the nudge as it was read
-- Result: 1 if it is gone, 0 if somebody changed it meanwhile
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
  return 0
end
redis.call('HDEL', KEYS[1], ARGV[1])
for i = 2, #KEYS do
  redis.call('ZREM', KEYS[i], ARGV[1])
end
return 1
