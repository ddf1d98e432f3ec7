-- Reads how a mention was judged.
-- KEYS: 1 mentions:CHANNEL:SLOT
-- ARGV: 1 its field in the slot  2 its member in heard and person  3 prefix of all keys
-- Result: its entry in the slot and its record (see mention_write), each empty if there is none
-- include: pieces.lua
-- include: merged.lua
local entry = redis.call('HGET', KEYS[1], ARGV[1])
if not entry or string.sub(entry, 1, 5) == 'gone|' then
  return {entry or '', ''}
end
local who = whole(ARGV[3], string.sub(entry, 3))
local record = get(ARGV[3] .. 'person:' .. who, ARGV[2]) or get(ARGV[3] .. 'heard:' .. who, ARGV[2])
return {entry, record or ''}
