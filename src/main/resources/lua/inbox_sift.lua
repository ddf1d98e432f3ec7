-- Tells of envelopes that were taken from the inbox which are there for the first time, and drops the others. The
-- first keeps being the first when it is taken again.
-- KEYS: 1 inbox  2 inbox:again  and of each envelope its seen:HOUR:PART
-- ARGV: 1 group  2 seconds to remember an id, from when the first of its hash came
--       and of each envelope: id, its entry id, 1 if it was put in again by us
-- Result: of each envelope 1 if it is the first, 0 if it was dropped
local result = {}
for i = 3, #KEYS do
  local at = (i - 3) * 3 + 3
  local seen, id, entry = KEYS[i], ARGV[at], ARGV[at + 1]
  if ARGV[at + 2] == '1' then
    redis.call('HSET', seen, id, entry)
  end
  if redis.call('HSETNX', seen, id, entry) == 1 or redis.call('HGET', seen, id) == entry then
    result[i - 2] = 1
  else
    redis.call('XACK', KEYS[1], ARGV[1], entry)
    redis.call('XDEL', KEYS[1], entry)
    redis.call('ZREM', KEYS[2], entry)
    result[i - 2] = 0
  end
  if redis.call('TTL', seen) < 0 then
    redis.call('EXPIRE', seen, ARGV[2])
  end
end
return result
