-- Notes that all keys of a workspace were walked: it has left when none was found, else it is walked
-- once more. Who has left is known for a day, for an instance that stood still meanwhile.
-- KEYS: 1 leaving  2 changed  3 left
-- ARGV: 1 workspace  2 mark, as leaving_due gave it  3 keys that were found  4 until the next walk
--       (milliseconds)
-- Result: 1 if it has left now
if redis.call('ZSCORE', KEYS[1], ARGV[1]) ~= ARGV[2] then
  return 0
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if ARGV[3] ~= '0' then
  redis.call('ZADD', KEYS[1], now + ARGV[4], ARGV[1])
  return 0
end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[3], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - 86400000)
redis.call('SET', KEYS[2], time[1] .. '.' .. time[2])
return 1
