-- Learns from a nudge, unless that was learnt of it before.
-- KEYS: 1 ranking  2 ranking:learnt
-- ARGV: 1 what was learnt of which nudge  2 field to count  3 now (seconds since 1970)
--       4 for how many seconds it is known what was learnt
-- Result: 1 if it was new, else 0
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', tonumber(ARGV[3]) - tonumber(ARGV[4]))
if redis.call('ZADD', KEYS[2], 'NX', ARGV[3], ARGV[1]) == 0 then
  return 0
end
redis.call('HINCRBY', KEYS[1], ARGV[2], 1)
return 1
