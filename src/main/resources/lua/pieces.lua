-- A text in a hash in pieces of 64 bytes, which small hashes hold without waste. To be included.
local function drop(key, field)
  redis.call('HDEL', key, field, field .. '.', field .. '+', field .. '*', field .. '$')
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
