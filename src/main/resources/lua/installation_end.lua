-- Ends an installation and marks its workspace as leaving.
-- KEYS: 1 changed  2 grants  3 since  4 left  5 leaving
-- ARGV: 1 workspace  2 when it was removed (milliseconds since 1970), or empty for one that has left
--       and of which something may have been written since  3 until it is erased (milliseconds)
-- Result: 1 if it is leaving now, 0 if there is no such installation, or a newer one
if ARGV[2] == '' then
  if not redis.call('ZSCORE', KEYS[4], ARGV[1]) then
    return 0
  end
else
  local since = redis.call('HGET', KEYS[3], ARGV[1])
  if not since or tonumber(ARGV[2]) < tonumber(since) - 1000 then
    return 0
  end
end
local time = redis.call('TIME')
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('HDEL', KEYS[3], ARGV[1])
redis.call('ZADD', KEYS[5], time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[3], ARGV[1])
redis.call('SET', KEYS[1], time[1] .. '.' .. time[2])
return 1
