-- Takes the first invitation that is due; it comes up again later unless it is done.
-- KEYS: 1 letters
-- ARGV: 1 now (seconds since 1970)  2 when it comes up again (seconds)
-- Result: the invitation as JSON, or nil if there is none
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, 1)[1]
if not due then
  return false
end
redis.call('ZADD', KEYS[1], ARGV[2], due)
return due
