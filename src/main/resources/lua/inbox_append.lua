-- Takes an envelope in, once, while there is room.
-- KEYS: 1 seen:HOUR:PART  2 inbox
-- ARGV: 1 seconds to remember the id  2 id  3 type  4 payload  5 received at (epoch milliseconds)
--       6 how many may wait in the inbox
-- Result: 1 if it was new, 0 if it was known, -1 if it was not taken because too many wait
if redis.call('HEXISTS', KEYS[1], ARGV[2]) == 1 then
  return 0
end
if redis.call('XLEN', KEYS[2]) >= tonumber(ARGV[6]) then
  return -1
end
redis.call('HSET', KEYS[1], ARGV[2], '')
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('XADD', KEYS[2], '*', 'id', ARGV[2], 'type', ARGV[3], 'payload', ARGV[4], 'at', ARGV[5])
return 1
