-- Writes an ask if it stands as the caller read it, and keeps its indexes in step.
-- KEYS: 1 asks  2 asks:latest  3 asks:due  4 asks:about:ID  5 forgotten
-- ARGV: 1 id of the ask  2 the ask as it was read, or empty  3 the ask as it shall be, or
--       empty for none
--       4 when it was made (seconds since 1970)  5 when something is to be done with it, or empty
--       6 whom it is asked of
-- Result: 1 if written, 0 if somebody changed it meanwhile, or it is a new one of somebody who was
--   forgotten
-- include: forgotten.lua
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then
  return 0
end
if ARGV[2] == '' and forgotten(KEYS[5], ARGV[6]) then
  return 0
end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], ARGV[1])
  for i = 2, 4 do
    redis.call('ZREM', KEYS[i], ARGV[1])
  end
  return 1
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
redis.call('ZADD', KEYS[4], ARGV[4], ARGV[1])
if ARGV[5] ~= '' then
  redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
else
  redis.call('ZREM', KEYS[3], ARGV[1])
end
return 1
