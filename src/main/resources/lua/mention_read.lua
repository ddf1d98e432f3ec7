-- Reads how a mention was judged.
-- KEYS: 1 mentions:CHANNEL:SLOT
-- ARGV: 1 its field in the slot  2 its member in heard and person  3 prefix of all keys
-- Result: its entry in the slot and its record (see mention_write), each empty if there is none
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
local entry = redis.call('HGET', KEYS[1], ARGV[1])
if not entry or string.sub(entry, 1, 5) == 'gone|' then
  return {entry or '', ''}
end
local who = string.sub(entry, 3)
local record = get(ARGV[3] .. 'person:' .. who, ARGV[2]) or get(ARGV[3] .. 'heard:' .. who, ARGV[2])
return {entry, record or ''}
