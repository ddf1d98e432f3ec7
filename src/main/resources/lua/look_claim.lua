-- Takes the first who is to be looked at; they come up again later unless that is settled.
-- KEYS: 1 looks
-- ARGV: 1 now (seconds since 1970)  2 when it comes up again (seconds)
-- Result: person:ID or account:ID, or nil if nobody is to be looked at now
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, 1)[1]
if not due then
  return false
end
redis.call('ZADD', KEYS[1], ARGV[2], due)
return due
