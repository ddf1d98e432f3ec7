-- Takes a part of somebody's attention for a message, unless it has one or all is taken.
-- KEYS: 1 attention:ID  2 forgotten
-- ARGV: 1 the message  2 now (seconds since 1970)  3 since when messages count (seconds)
--       4 how many may have a part  5 whose attention it is  6 how long all of it is kept (seconds)
-- Result: 1 if it has its part now, else 0
-- include: forgotten.lua
if forgotten(KEYS[2], ARGV[5]) then
  return 0
end
local since = tonumber(ARGV[3])
local before = redis.call('ZSCORE', KEYS[1], ARGV[1])
if before and tonumber(before) >= since then
  return 1
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', tonumber(ARGV[2]) - tonumber(ARGV[6]))
if redis.call('ZCOUNT', KEYS[1], ARGV[3], '+inf') >= tonumber(ARGV[4]) then
  return 0
end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[6])
return 1
