-- Takes the first who is to be looked at. They come up again later unless that is settled.
-- KEYS: 1 looks
-- ARGV: 1 now (seconds since 1970)  2 when they come up again (seconds)
-- Result: a list of person:ID or account:ID, empty if nobody is to be looked at now
local first = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, 1)
if first[1] then
  redis.call('ZADD', KEYS[1], ARGV[2], first[1])
end
return first
