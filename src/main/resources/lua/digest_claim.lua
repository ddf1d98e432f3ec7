-- Takes the right to post a digest, and notes that its posting was begun.
-- KEYS: 1 digests:claim:CHANNEL:DAY  2 digests:begun
-- ARGV: 1 channel  2 day  3 for how long (milliseconds, counted by Redis)
-- Result: 0 if somebody has it, 1 if it is begun for the first time, 2 if it was begun before
if not redis.call('SET', KEYS[1], '', 'NX', 'PX', ARGV[3]) then
  return 0
end
local before = redis.call('HGET', KEYS[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return before == ARGV[2] and 2 or 1
