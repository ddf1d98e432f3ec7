-- Takes the first nudge that is due and that nobody has taken. It comes up again later unless it is
-- changed.
-- KEYS: 1 nudges:due  2 nudges
-- ARGV: 1 now (seconds since 1970)  2 when it comes up again (seconds)  3 for how long it is taken
--       (milliseconds, counted by Redis)  4 who takes it  5 how many to look at
--       6 prefix of the keys nudges:claim:ID
-- Result: the nudge as JSON, or nil if there is none
-- The clock of the caller says only how early or late a nudge comes up; that two have it at once is
-- kept off by the claim, which is counted by Redis' own clock.
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[5])
for _, id in ipairs(ids) do
  local nudge = redis.call('HGET', KEYS[2], id)
  if nudge then
    redis.call('ZADD', KEYS[1], ARGV[2], id)
    if redis.call('SET', ARGV[6] .. id, ARGV[4], 'NX', 'PX', ARGV[3]) then
      return nudge
    end
  else
    redis.call('ZREM', KEYS[1], id)
  end
end
return false
