-- Writes how a version of a mention was judged, taking back what an older version had changed.
-- KEYS: 1 mentions:CHANNEL:DAY  2 person:ID  3 said:ID  4 acts:ID  5 top  6-14 timeline:INTENT
-- ARGV: 1 ts  2 mention id  3 person id  4 record as JSON  5 act as JSON, or empty
--       6 seconds since 1970 of the message  7 retention of mentions in seconds
--       8 retention of timelines in seconds
-- Record: v version, u person, i intent, n number of the intent (0-8), h set by hand (a person's id)
-- Result: the record that stands now, or nil if the message was deleted
-- Idempotent: the same or an older version changes nothing. A label set by hand stands over a
-- machine's whatever its version, because our clock and Slack's may differ.
local now = cjson.decode(ARGV[4])
local raw = redis.call('HGET', KEYS[1], ARGV[1])
if raw then
  local old = cjson.decode(raw)
  if old.gone then
    return false
  end
  if old.h and not now.h or old.v >= now.v and (old.h or not now.h) then
    return raw
  end
  redis.call('HINCRBY', KEYS[2], 'm:' .. old.i, -1)
  redis.call('ZREM', KEYS[6 + old.n], ARGV[2])
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[4])
redis.call('EXPIRE', KEYS[1], ARGV[7])
redis.call('HINCRBY', KEYS[2], 'm:' .. now.i, 1)
local timeline = KEYS[6 + now.n]
redis.call('ZADD', timeline, ARGV[6], ARGV[2])
redis.call('ZREMRANGEBYSCORE', timeline, '-inf', '(' .. (tonumber(ARGV[6]) - tonumber(ARGV[8])))
redis.call('ZADD', KEYS[3], ARGV[6], ARGV[2])
redis.call('ZREMRANGEBYRANK', KEYS[3], 0, -501)
local first = redis.call('HGET', KEYS[2], 'first')
if not first or tonumber(ARGV[6]) < tonumber(first) then
  redis.call('HSET', KEYS[2], 'first', ARGV[6])
end
local last = redis.call('HGET', KEYS[2], 'last')
if not last or tonumber(ARGV[6]) > tonumber(last) then
  redis.call('HSET', KEYS[2], 'last', ARGV[6])
end
if ARGV[5] ~= '' then
  redis.call('HSET', KEYS[4], ARGV[2], ARGV[5])
else
  redis.call('HDEL', KEYS[4], ARGV[2])
end
local acts = redis.call('HLEN', KEYS[4])
if acts > 0 then
  redis.call('ZADD', KEYS[5], acts, ARGV[3])
else
  redis.call('ZREM', KEYS[5], ARGV[3])
end
return ARGV[4]
