-- Takes the first of a queue that is due and that nobody has taken. It comes up again later unless it
-- is changed.
-- KEYS: 1 the queue, a sorted set of ids by when they are due  2 a hash of what they are
-- ARGV: 1 now (seconds since 1970)  2 when it comes up again (seconds)  3 for how long it is taken
--       (milliseconds, counted by Redis)  4 who takes it  5 how many to look at
--       6 what comes before the id in the keys that say who has it
-- Result: the id and what it is; nothing if there is none
-- The clock of the caller says only how early or late something comes up; that two have it at once is
-- kept off by the claim, which is counted by Redis' own clock.
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[5])
for _, id in ipairs(ids) do
  local item = redis.call('HGET', KEYS[2], id)
  if item then
    redis.call('ZADD', KEYS[1], ARGV[2], id)
    if redis.call('SET', ARGV[6] .. id, ARGV[4], 'NX', 'PX', ARGV[3]) then
      return {id, item}
    end
  else
    redis.call('ZREM', KEYS[1], id)
  end
end
return {}
