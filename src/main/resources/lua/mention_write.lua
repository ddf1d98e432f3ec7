-- Writes how a version of a mention was judged, taking back what an older version had changed.
-- KEYS: 1 mentions:CHANNEL:SLOT  2 person:ID  3 heard:ID, both of the id by which it was said  4 top
--       5 latest:DAY: and 6 counts:DAY:, to which the number of the intent is added
--       7 thread:CHANNEL:ROOT, or of the message itself where it answers none
--       8 mentions:CHANNEL:SLOT of the root  9 words  10 forgotten
-- ARGV: 1 ts  2 its field in the slot  3 person id  4 record  5 '1' if it is an act, or empty
--       6 its member in heard, person and latest  7 retention of mentions in seconds
--       8 retention of timelines in seconds  9 ts of the root, or empty where it answers none
--       10 its member in the thread  11 what was read before it in the thread: the root's stance
--       and person, then the members, each after a line end  12 how many members were read at most
--       13 prefix of all keys  14 '1' to settle a version again that stands already
--       15 the root's field in its slot  16 quarter of an hour of the day
--       17 how many of an intent are listed of a day at most  18 how many of a person are heard at
--       most  19 numbers of the intents that want an answer
--       20... codes that the record and its member use, and their texts
-- Entry in a slot: number of the intent (0-8), stance (0-9), person; 'gone|ts of the root' if deleted.
-- Record: number of the intent, stance, |, and what only Java reads. Where one of these is not as
--   usual there stand before the bar, with commas between them: version (usually ts), set by hand (a
--   person's id), person whose act it seconds, ts of the root, and by which id it was said, if that was
--   merged into another. That of an act is in person, others are in heard, of whom the id stands for, in
--   pieces of 64 bytes, which small hashes hold without waste.
-- Result: a status, '1' if replies stand below it, and '1' if it concerns an act: it was one or is
--   one now, or nothing was changed, so that whoever made the change may have died before anything
--   followed from it. The status is the record that stands now, followed by whose it is as a fourth
--   value, 'gone' if the message was deleted, is too old to be kept or its author was forgotten,
--   'moved' if what stands before it is not what was read any more, so that the caller reads it again,
--   or 'clash' if a code means something else.
-- Idempotent: the same or an older version changes nothing. A label set by hand stands over a
-- machine's whatever its version, because our clock and Slack's may differ.
-- include: spread.lua
-- include: pieces.lua
-- include: forgotten.lua
-- include: asking.lua
-- include: merged.lua
if forgotten(KEYS[10], ARGV[3]) then
  return {'gone', '0', '0'}
end
local prefix = ARGV[13]
local owner = whole(prefix, ARGV[3])
local theirs = prefix .. 'person:' .. owner
local function parse(text)
  local n, w, rest = string.match(text, '^(%d)(%d)([^|]*)|')
  local v, h, z = string.match(rest, '^([^,]*),([^,]*),([^,]*),')
  return {n = n, w = w, v = v and v ~= '' and v or ARGV[1], h = h and h ~= '' and h, z = z and z ~= '' and z}
end
local function day(micros)
  return math.floor(tonumber(micros) / 86400e6)
end
-- Whoever said something was there then, also if it was deleted later or before we heard of it.
-- Whether it is the first that is heard of them on a day.
local function spoke()
  local micros = string.gsub(ARGV[1], '%.', '')
  local identity = prefix .. 'identity:' .. ARGV[3]
  if redis.call('EXISTS', identity) == 1 then
    spoke_at(identity, micros)
  end
  local last = spoke_at(theirs, micros)
  return last and day(last) < day(micros)
end
-- Lets go what is too old or too much, by how many ids somebody has.
local function trim(key)
  local all, most = {}, 0
  for _ in pairs(identities(prefix, owner)) do
    most = most + tonumber(ARGV[18])
  end
  for _, field in ipairs(redis.call('HKEYS', key)) do
    if not string.find('.+*$', string.sub(field, -1), 1, true) then
      all[#all + 1] = {micros(field) / 1e6, field}
    end
  end
  table.sort(all, function(a, b) return a[1] > b[1] end)
  for i, one in ipairs(all) do
    if i > most or one[1] < tonumber(ARGV[1]) - tonumber(ARGV[7]) then
      drop(key, one[2])
    end
  end
end
local below = redis.call('ZCOUNT', KEYS[7], '(' .. ARGV[1], '+inf') > 0 and '1' or '0'
local record = ARGV[4]
local now = parse(record)
if now.z and forgotten(KEYS[10], now.z) then
  record = string.gsub(record, '^(%d%d[^,|]*,[^,|]*,)[^,|]*', '%1')
  now.z = false
end
local entry = redis.call('HGET', KEYS[1], ARGV[2])
if entry and string.sub(entry, 1, 5) == 'gone|' then
  if redis.call('EXISTS', theirs) == 1 then
    spoke()
  end
  return {'gone', below, '1'}
end
local who = entry and string.sub(entry, 3) or ARGV[3]
if forgotten(KEYS[10], who) then
  return {'gone', below, '0'}
end
local before = whole(prefix, who)
local person, heard = prefix .. 'person:' .. before, prefix .. 'heard:' .. before
local raw = get(person, ARGV[6])
local was, is = raw and true or false, ARGV[5] ~= ''
raw = raw or get(heard, ARGV[6])
if entry and not raw then
  return {'gone', below, '1'}
end
local old
if raw then
  old = parse(raw)
  local newer = old.v >= now.v
  if ARGV[14] == '1' then
    newer = old.v ~= now.v
  end
  if old.h and not now.h or newer and (old.h or not now.h) then
    return {raw, below, '1', before}
  end
end
if ARGV[9] ~= '' and not now.h then
  local root = redis.call('HGET', KEYS[8], ARGV[15])
  local read = {''}
  if root and string.sub(root, 1, 5) ~= 'gone|' then
    read[1] = string.sub(root, 2)
  end
  local turns = redis.call('ZREVRANGEBYSCORE', KEYS[7], '(' .. ARGV[1], '-inf', 'LIMIT', 0, ARGV[12])
  for _, member in ipairs(turns) do
    read[#read + 1] = member
  end
  if table.concat(read, '\n') ~= ARGV[11] then
    return {'moved', below, '0'}
  end
end
for i = 20, #ARGV, 2 do
  if redis.call('HSETNX', KEYS[9], ARGV[i], ARGV[i + 1]) == 0
    and redis.call('HGET', KEYS[9], ARGV[i]) ~= ARGV[i + 1] then
    return {'clash', below, '0'}
  end
end
if old then
  count(prefix, who, old.n, -1)
  if redis.call('HEXISTS', KEYS[6] .. old.n, ARGV[16]) == 1 then
    redis.call('HINCRBY', KEYS[6] .. old.n, ARGV[16], -1)
  end
  if old.n ~= now.n then
    redis.call('ZREM', KEYS[5] .. old.n, ARGV[6])
  end
  if old.z then
    if not forgotten(KEYS[10], old.z) then
      count(prefix, old.z, 'nr', -1)
    end
    count(prefix, who, 'ng', -1)
  end
  drop(was and person or heard, ARGV[6])
end
if now.z then
  count(prefix, now.z, 'nr', 1)
  count(prefix, ARGV[3], 'ng', 1)
end
if ARGV[9] ~= '' then
  redis.call('ZREMRANGEBYSCORE', KEYS[7], ARGV[1], ARGV[1])
  redis.call('ZADD', KEYS[7], ARGV[1], ARGV[10])
  redis.call('EXPIRE', KEYS[7], ARGV[7])
end
redis.call('HSET', KEYS[1], ARGV[2], now.n .. now.w .. ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[7])
count(prefix, ARGV[3], now.n, 1)
redis.call('HINCRBY', KEYS[6] .. now.n, ARGV[16], 1)
redis.call('EXPIRE', KEYS[6] .. now.n, ARGV[8])
local latest = KEYS[5] .. now.n
redis.call('ZADD', latest, 0, ARGV[6])
redis.call('ZREMRANGEBYRANK', latest, 0, -1 - tonumber(ARGV[17]))
redis.call('EXPIRE', latest, ARGV[8])
local fresh = spoke()
record = as_said_by(record, owner ~= ARGV[3] and ARGV[3])
if is then
  put(theirs, ARGV[6], record)
  redis.call('ZINCRBY', KEYS[4], 1, owner)
else
  local plain = prefix .. 'heard:' .. owner
  put(plain, ARGV[6], record)
  if fresh or redis.call('HLEN', plain) % 64 == 0 then
    trim(plain)
  end
  redis.call('EXPIRE', plain, ARGV[7])
end
if wants(ARGV[19], now.n) then
  asked(prefix, owner, ARGV[6])
end
if old and wants(ARGV[19], old.n) and (before ~= owner or not wants(ARGV[19], now.n)) then
  asked_not(prefix, before, ARGV[6], ARGV[19])
end
if was and tonumber(redis.call('ZINCRBY', KEYS[4], -1, before)) < 1 then
  redis.call('ZREM', KEYS[4], before)
end
if was ~= is or before ~= owner then
  if was then
    acted(prefix, before, ARGV[6], -1)
  end
  if is then
    acted(prefix, owner, ARGV[6], 1)
  end
end
return {record, below, (was or is) and '1' or '0', owner}
