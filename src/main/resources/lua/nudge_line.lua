-- Takes a place in the line of what goes to one person, unless it has one. Whoever is not the first
-- there comes up again a second after the first does, or soon if the first is being worked on.
-- KEYS: 1 nudges:line:ID  2 nudges:due
-- ARGV: 1 nudge id  2 now (seconds since 1970)  3 seconds: what is not to come up within them, or is
--       not held any more, has no place  4 prefix of the keys nudges:claim:ID
-- Result: 1 if it is the first, else 0
local last = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
redis.call('ZADD', KEYS[1], 'NX', (last or 0) + 1, ARGV[1])
redis.call('EXPIRE', KEYS[1], 86400)
local now = tonumber(ARGV[2])
while true do
  local first = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
  if first == ARGV[1] then
    return 1
  end
  local due = tonumber(redis.call('ZSCORE', KEYS[2], first) or 'inf')
  if due <= now + tonumber(ARGV[3]) then
    local taken = redis.call('EXISTS', ARGV[4] .. first) == 1
    redis.call('ZADD', KEYS[2], 'XX', (taken and now or math.max(due, now)) + 1, ARGV[1])
    return 0
  end
  redis.call('ZREM', KEYS[1], first)
end
