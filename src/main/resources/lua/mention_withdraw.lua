-- Takes back everything that a deleted message had changed, and marks it so that a late copy of it
-- does not bring it back.
-- KEYS: 1 mentions:CHANNEL:DAY  2 shares:CHANNEL:DAY  3 person:ID  4 said:ID  5 acts:ID  6 top
--       7-15 timeline:INTENT (3 to 5 are of the person whom the caller read from the record)
-- ARGV: 1 ts  2 mention id  3 person id, or empty if there was no record  4 retention in seconds
-- Result: 1 if done, 0 if the record is of somebody else by now, so that the caller reads it again
local raw = redis.call('HGET', KEYS[1], ARGV[1])
if raw then
  local old = cjson.decode(raw)
  if old.gone then
    return 1
  end
  if old.u ~= ARGV[3] then
    return 0
  end
  redis.call('HINCRBY', KEYS[3], 'm:' .. old.i, -1)
  redis.call('ZREM', KEYS[7 + old.n], ARGV[2])
  redis.call('ZREM', KEYS[4], ARGV[2])
  redis.call('HDEL', KEYS[5], ARGV[2])
  local acts = redis.call('HLEN', KEYS[5])
  if acts > 0 then
    redis.call('ZADD', KEYS[6], acts, ARGV[3])
  else
    redis.call('ZREM', KEYS[6], ARGV[3])
  end
end
redis.call('HSET', KEYS[1], ARGV[1], '{"gone":true}')
redis.call('EXPIRE', KEYS[1], ARGV[4])
return 1
