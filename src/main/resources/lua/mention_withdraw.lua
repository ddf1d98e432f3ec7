-- Takes back everything that a deleted message had changed, and marks it so that a late copy of it
-- does not bring it back.
-- KEYS: 1 mentions:CHANNEL:SLOT  2 person:ID  3 heard:ID  4 top  5 latest:DAY: and 6 counts:DAY:, as in
--       mention_write  7 thread:CHANNEL:ROOT, or of the message itself where it answers none
--       8 forgotten
--       (2, 3 and 7 are of what the caller read)
-- ARGV: 1 ts  2 its field in the slot  3 id by which it was said, or empty if there was no entry
--       4 retention in seconds  5 ts of the root, or empty where it answers none
--       6 prefix of all keys  7 its member in heard, person and latest
--       8 quarter of an hour of the day  9 numbers of the intents that want an answer
-- Result: 1 if done, 2 if done and replies stand below it, 0 if the entry is of somebody else or in
--   another thread by now, so that the caller reads it again
-- include: spread.lua
-- include: forgotten.lua
-- include: pieces.lua
-- include: asking.lua
-- include: merged.lua
local owner = whole(ARGV[6], ARGV[3])
local person, heard = ARGV[6] .. 'person:' .. owner, ARGV[6] .. 'heard:' .. owner
local done = redis.call('ZCOUNT', KEYS[7], '(' .. ARGV[1], '+inf') > 0 and 2 or 1
local entry = redis.call('HGET', KEYS[1], ARGV[2])
if entry then
  if string.sub(entry, 1, 5) == 'gone|' then
    return done
  end
  local act = get(person, ARGV[7])
  local head = string.match(act or get(heard, ARGV[7]) or '', '^%d%d([^|]*)|') or ''
  local seconds, root = string.match(head, '^[^,]*,[^,]*,([^,]*),([^,]*)')
  if string.sub(entry, 3) ~= ARGV[3] or (root or '') ~= ARGV[5] then
    return 0
  end
  if seconds and seconds ~= '' then
    if not forgotten(KEYS[8], seconds) then
      count(ARGV[6], seconds, 'nr', -1)
    end
    count(ARGV[6], ARGV[3], 'ng', -1)
  end
  local intent = string.sub(entry, 1, 1)
  count(ARGV[6], ARGV[3], intent, -1)
  if redis.call('HEXISTS', KEYS[6] .. intent, ARGV[8]) == 1 then
    redis.call('HINCRBY', KEYS[6] .. intent, ARGV[8], -1)
  end
  redis.call('ZREM', KEYS[5] .. intent, ARGV[7])
  drop(heard, ARGV[7])
  if wants(ARGV[9], intent) then
    asked_not(ARGV[6], owner, ARGV[7], ARGV[9])
  end
  if act then
    drop(person, ARGV[7])
    if tonumber(redis.call('ZINCRBY', KEYS[4], -1, owner)) < 1 then
      redis.call('ZREM', KEYS[4], owner)
    end
    acted(ARGV[6], owner, ARGV[7], -1)
  end
end
if ARGV[5] ~= '' then
  redis.call('ZREMRANGEBYSCORE', KEYS[7], ARGV[1], ARGV[1])
end
redis.call('HSET', KEYS[1], ARGV[2], 'gone|' .. ARGV[5])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return done
