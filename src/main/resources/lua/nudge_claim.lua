-- Takes nudges that are due; each comes up again after the lease unless it is changed.
-- KEYS: 1 nudges:due  2 nudges
-- ARGV: 1 now (seconds since 1970)  2 when the lease ends (seconds)  3 how many at most
-- Result: the nudges as JSON
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
local nudges = {}
for _, id in ipairs(ids) do
  local nudge = redis.call('HGET', KEYS[2], id)
  if nudge then
    redis.call('ZADD', KEYS[1], ARGV[2], id)
    nudges[#nudges + 1] = nudge
  else
    redis.call('ZREM', KEYS[1], id)
  end
end
return nudges
