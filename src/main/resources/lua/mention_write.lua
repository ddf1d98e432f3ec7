-- Writes how a version of a mention was judged, taking back what an older version had changed.
-- KEYS: 1 mentions:CHANNEL:DAY  2 person:ID  3 said:ID  4 acts:ID  5 top  6-14 timeline:INTENT
--       15 thread:CHANNEL:ROOT, or of the message itself where it answers none
--       16 mentions:CHANNEL:DAY of the root
-- ARGV: 1 ts  2 mention id  3 person id  4 record as JSON  5 act as JSON, or empty
--       6 seconds since 1970 of the message  7 retention of mentions in seconds
--       8 retention of timelines in seconds  9 ts of the root, or empty where it answers none
--       10 its member in the thread  11 what was read before it in the thread: the root's person
--       and stance, then the members, each after a line end  12 how many members were read at most
--       13 prefix of the keys person:ID  14 '1' to settle a version again that stands already
-- Record: v version, u person, i intent, n number of the intent (0-8), h set by hand (a person's
--   id), w stance, z person whose act it seconds
-- Result: a status, '1' if replies stand below it, and '1' if it concerns an act: it was one or is
--   one now, or nothing was changed, so that whoever made the change may have died before anything
--   followed from it. The status is the record that stands now, 'gone' if the message was deleted,
--   or 'moved' if what stands before it is not what was read any more, so that the caller reads it
--   again.
-- Idempotent: the same or an older version changes nothing. A label set by hand stands over a
-- machine's whatever its version, because our clock and Slack's may differ.
local below = redis.call('ZCOUNT', KEYS[15], '(' .. ARGV[1], '+inf') > 0 and '1' or '0'
local now = cjson.decode(ARGV[4])
local raw = redis.call('HGET', KEYS[1], ARGV[1])
local old = raw and cjson.decode(raw)
if old then
  if old.gone then
    return {'gone', below, '1'}
  end
  local newer = old.v >= now.v
  if ARGV[14] == '1' then
    newer = old.v ~= now.v
  end
  if old.h and not now.h or newer and (old.h or not now.h) then
    return {raw, below, '1'}
  end
end
if ARGV[9] ~= '' and not now.h then
  local root = redis.call('HGET', KEYS[16], ARGV[9])
  local seen = root and cjson.decode(root) or {}
  local read = {(seen.u or '') .. '|' .. (seen.w or seen.i or '')}
  local before = redis.call('ZREVRANGEBYSCORE', KEYS[15], '(' .. ARGV[1], '-inf', 'LIMIT', 0, ARGV[12])
  for _, member in ipairs(before) do
    read[#read + 1] = member
  end
  if table.concat(read, '\n') ~= ARGV[11] then
    return {'moved', below, '0'}
  end
end
if old then
  redis.call('HINCRBY', KEYS[2], 'm:' .. old.i, -1)
  redis.call('ZREM', KEYS[6 + old.n], ARGV[2])
  if old.z then
    redis.call('HINCRBY', ARGV[13] .. old.z, 'reach.nr', -1)
    redis.call('HINCRBY', KEYS[2], 'reach.ng', -1)
  end
end
if now.z then
  redis.call('HINCRBY', ARGV[13] .. now.z, 'reach.nr', 1)
  redis.call('HINCRBY', KEYS[2], 'reach.ng', 1)
end
if ARGV[9] ~= '' then
  redis.call('ZREMRANGEBYSCORE', KEYS[15], ARGV[1], ARGV[1])
  redis.call('ZADD', KEYS[15], ARGV[1], ARGV[10])
  redis.call('EXPIRE', KEYS[15], ARGV[7])
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
local concerns = '1'
if ARGV[5] ~= '' then
  redis.call('HSET', KEYS[4], ARGV[2], ARGV[5])
elseif redis.call('HDEL', KEYS[4], ARGV[2]) == 0 then
  concerns = '0'
end
local acts = redis.call('HLEN', KEYS[4])
if acts > 0 then
  redis.call('ZADD', KEYS[5], acts, ARGV[3])
else
  redis.call('ZREM', KEYS[5], ARGV[3])
end
return {ARGV[4], below, concerns}
