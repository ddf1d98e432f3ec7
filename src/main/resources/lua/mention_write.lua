-- Writes how a version of a mention was judged, taking back what an older version had changed.
-- KEYS: 1 mentions:CHANNEL:SLOT  2 person:ID  3 said:ID  4 acts:ID  5 top
--       6 latest:DAY:, to which the number of the intent is added  7 counts:DAY
--       8 thread:CHANNEL:ROOT, or of the message itself where it answers none
--       9 mentions:CHANNEL:SLOT of the root
-- ARGV: 1 ts  2 its field in the slot  3 person id  4 record  5 act, or empty
--       6 its member in said, acts and latest  7 retention of mentions in seconds
--       8 retention of timelines in seconds  9 ts of the root, or empty where it answers none
--       10 its member in the thread  11 what was read before it in the thread: the root's person
--       and stance, then the members, each after a line end  12 how many members were read at most
--       13 prefix of the keys person:ID  14 '1' to settle a version again that stands already
--       15 the root's field in its slot  16 quarter of an hour of the day
--       17 how many of an intent are listed of a day at most
-- Record: version|person|number of the intent (0-8)|stance|set by hand (a person's id)|person whose
--   act it seconds|ts of the root|and what only Java reads; 'gone|ts of the root' if deleted. Its
--   value and that of an act are kept in pieces of 64 bytes, which small hashes hold without waste.
-- Result: a status, '1' if replies stand below it, and '1' if it concerns an act: it was one or is
--   one now, or nothing was changed, so that whoever made the change may have died before anything
--   followed from it. The status is the record that stands now, 'gone' if the message was deleted,
--   or 'moved' if what stands before it is not what was read any more, so that the caller reads it
--   again.
-- Idempotent: the same or an older version changes nothing. A label set by hand stands over a
-- machine's whatever its version, because our clock and Slack's may differ.
local function drop(key, field)
  redis.call('HDEL', key, field, field .. '.', field .. '+', field .. '*', field .. '$')
end
local function put(key, field, text)
  drop(key, field)
  redis.call('HSET', key, field, string.sub(text, 1, 64))
  for piece = 1, 4 do
    local rest = string.sub(text, piece * 64 + 1, piece < 4 and piece * 64 + 64 or -1)
    if rest == '' then
      return
    end
    redis.call('HSET', key, field .. string.sub('.+*$', piece, piece), rest)
  end
end
local function get(key, field)
  local text = redis.call('HGET', key, field)
  if text and #text == 64 then
    for piece = 1, 4 do
      local more = redis.call('HGET', key, field .. string.sub('.+*$', piece, piece))
      text = text .. (more or '')
      if not more or #more ~= 64 then
        return text
      end
    end
  end
  return text
end
local function parse(text)
  local v, u, n, w, h, z, t = string.match(text, '^([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|')
  return {v = v, u = u, n = tonumber(n), w = w, h = h ~= '' and h, z = z ~= '' and z, t = t}
end
-- Whoever said something was there then, also if it was deleted later or before we heard of it.
local function spoke()
  local span = redis.call('HMGET', KEYS[2], 'first', 'last')
  if not span[1] or tonumber(ARGV[1]) < tonumber(span[1]) then
    redis.call('HSET', KEYS[2], 'first', ARGV[1])
  end
  if not span[2] or tonumber(ARGV[1]) > tonumber(span[2]) then
    redis.call('HSET', KEYS[2], 'last', ARGV[1])
  end
end
local below = redis.call('ZCOUNT', KEYS[8], '(' .. ARGV[1], '+inf') > 0 and '1' or '0'
local now = parse(ARGV[4])
local raw = get(KEYS[1], ARGV[2])
local old
if raw then
  if string.sub(raw, 1, 5) == 'gone|' then
    if redis.call('EXISTS', KEYS[2]) == 1 then
      spoke()
    end
    return {'gone', below, '1'}
  end
  old = parse(raw)
  local newer = old.v >= now.v
  if ARGV[14] == '1' then
    newer = old.v ~= now.v
  end
  if old.h and not now.h or newer and (old.h or not now.h) then
    return {raw, below, '1'}
  end
end
if ARGV[9] ~= '' and not now.h then
  local root = get(KEYS[9], ARGV[15])
  local read = {'|'}
  if root and string.sub(root, 1, 5) ~= 'gone|' then
    local seen = parse(root)
    read[1] = seen.u .. '|' .. seen.w
  end
  local before = redis.call('ZREVRANGEBYSCORE', KEYS[8], '(' .. ARGV[1], '-inf', 'LIMIT', 0, ARGV[12])
  for _, member in ipairs(before) do
    read[#read + 1] = member
  end
  if table.concat(read, '\n') ~= ARGV[11] then
    return {'moved', below, '0'}
  end
end
local counted = now.n .. ':' .. ARGV[16]
if old then
  redis.call('HINCRBY', KEYS[2], 'm:' .. old.n, -1)
  if redis.call('HEXISTS', KEYS[7], old.n .. ':' .. ARGV[16]) == 1 then
    redis.call('HINCRBY', KEYS[7], old.n .. ':' .. ARGV[16], -1)
  end
  redis.call('ZREM', KEYS[6] .. old.n, ARGV[6])
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
  redis.call('ZREMRANGEBYSCORE', KEYS[8], ARGV[1], ARGV[1])
  redis.call('ZADD', KEYS[8], ARGV[1], ARGV[10])
  redis.call('EXPIRE', KEYS[8], ARGV[7])
end
put(KEYS[1], ARGV[2], ARGV[4])
redis.call('EXPIRE', KEYS[1], ARGV[7])
redis.call('HINCRBY', KEYS[2], 'm:' .. now.n, 1)
redis.call('HINCRBY', KEYS[7], counted, 1)
redis.call('EXPIRE', KEYS[7], ARGV[8])
local latest = KEYS[6] .. now.n
redis.call('ZADD', latest, 0, ARGV[6])
redis.call('ZREMRANGEBYRANK', latest, 0, -1 - tonumber(ARGV[17]))
redis.call('EXPIRE', latest, ARGV[8])
redis.call('ZADD', KEYS[3], 0, ARGV[6])
redis.call('ZREMRANGEBYRANK', KEYS[3], 0, -501)
spoke()
local was, is = redis.call('HEXISTS', KEYS[4], ARGV[6]) == 1, ARGV[5] ~= ''
if is then
  put(KEYS[4], ARGV[6], ARGV[5])
elseif was then
  drop(KEYS[4], ARGV[6])
end
if is and not was then
  redis.call('ZINCRBY', KEYS[5], 1, ARGV[3])
elseif was and not is and tonumber(redis.call('ZINCRBY', KEYS[5], -1, ARGV[3])) < 1 then
  redis.call('ZREM', KEYS[5], ARGV[3])
end
return {ARGV[4], below, (was or is) and '1' or '0'}
