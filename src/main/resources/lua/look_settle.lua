-- Notes when somebody is to be looked at next, after they were; a reason that came meanwhile stands.
-- KEYS: 1 looks
-- ARGV: 1 person:ID or account:ID  2 when they would have come up again (seconds since 1970)
--       3 when they come up next (seconds), or empty if time alone brings nothing
-- Result: 1 if it was noted, 0 if there was a new reason meanwhile
local stands = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not stands or tonumber(stands) ~= tonumber(ARGV[2]) then
  return 0
end
if ARGV[3] == '' then
  redis.call('ZREM', KEYS[1], ARGV[1])
else
  redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
end
return 1
