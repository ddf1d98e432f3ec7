-- Takes back everything that a deleted message had changed, and marks it so that a late copy of it
-- does not bring it back.
-- KEYS: 1 mentions:CHANNEL:DAY  2 shares:CHANNEL:DAY  3 person:ID  4 said:ID  5 acts:ID  6 top
--       7-15 timeline:INTENT  16 thread:CHANNEL:ROOT, or of the message itself where it answers none
--       (3 to 5 and 16 are of the record that the caller read)
-- ARGV: 1 ts  2 mention id  3 person id, or empty if there was no record  4 retention in seconds
--       5 ts of the root, or empty where it answers none  6 prefix of the keys person:ID
-- Result: 1 if done, 2 if done and replies stand below it, 0 if the record is of somebody else or in
--   another thread by now, so that the caller reads it again
local done = redis.call('ZCOUNT', KEYS[16], '(' .. ARGV[1], '+inf') > 0 and 2 or 1
local raw = redis.call('HGET', KEYS[1], ARGV[1])
if raw then
  local old = cjson.decode(raw)
  if old.gone then
    return done
  end
  if old.u ~= ARGV[3] or (old.t or '') ~= ARGV[5] then
    return 0
  end
  if old.z then
    redis.call('HINCRBY', ARGV[6] .. old.z, 'reach.nr', -1)
    redis.call('HINCRBY', KEYS[3], 'reach.ng', -1)
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
local mark = '{"gone":true}'
if ARGV[5] ~= '' then
  redis.call('ZREMRANGEBYSCORE', KEYS[16], ARGV[1], ARGV[1])
  mark = '{"gone":true,"t":"' .. ARGV[5] .. '"}'
end
redis.call('HSET', KEYS[1], ARGV[1], mark)
redis.call('EXPIRE', KEYS[1], ARGV[4])
return done
