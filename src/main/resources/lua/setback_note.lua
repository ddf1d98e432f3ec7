-- Notes that something which was due failed for a reason of its own, and has it come up again after a
-- pause: at first the shortest one, then as long as it has been failing for.
-- KEYS: 1 the queue, a sorted set by when things are due  2 setbacks
-- ARGV: 1 what of the queue failed  2 of what kind it is  3 why  4 now (seconds since 1970)
--       5 shortest pause (seconds)  6 longest pause (seconds)  7 how long all are kept (seconds)
-- Result: the pause in seconds
-- Nobody is named: what failed is known by a hash. What has not failed again by twice its pause works.
local now, least, most = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local all = redis.call('HGETALL', KEYS[2])
for i = 1, #all, 2 do
  if tonumber(string.match(all[i + 1], '^%S+ (%S+)')) < now then
    redis.call('HDEL', KEYS[2], all[i])
  end
end
local field = ARGV[2] .. ':' .. string.sub(redis.sha1hex(ARGV[1]), 1, 16)
local known = redis.call('HGET', KEYS[2], field)
local since = known and tonumber(string.match(known, '^%S+')) or now
local pause = math.max(least, math.min(now - since, most))
redis.call('HSET', KEYS[2], field, string.format('%.3f %.3f %s', since, now + 2 * pause, ARGV[3]))
redis.call('EXPIRE', KEYS[2], ARGV[7])
redis.call('ZADD', KEYS[1], 'XX', 'GT', string.format('%.3f', now + pause), ARGV[1])
return math.floor(pause)
