-- Replaces a text if it stands as the caller read it.
-- KEYS: 1 where it stands
-- ARGV: 1 'hash', 'record' (a hash with pieces, see mention_write), 'list' or 'string'  2 its field
--       3 what was read  4 what it shall be
-- Result: 1 if replaced, 0 if somebody changed it meanwhile
local function put(key, field, text)
  redis.call('HDEL', key, field, field .. '.', field .. '+', field .. '*', field .. '$')
  redis.call('HSET', key, field, string.sub(text, 1, 64))
  for piece = 1, 4 do
    local rest = string.sub(text, piece * 64 + 1, piece < 4 and piece * 64 + 64 or -1)
    if rest == '' then
      return
    end
    redis.call('HSET', key, field .. string.sub('.+*$', piece, piece), rest)
  end
end
local kind, key, field = ARGV[1], KEYS[1], ARGV[2]
if kind == 'list' then
  for i, text in ipairs(redis.call('LRANGE', key, 0, -1)) do
    if text == ARGV[3] then
      redis.call('LSET', key, i - 1, ARGV[4])
      return 1
    end
  end
  return 0
end
if kind == 'string' then
  if redis.call('GET', key) ~= ARGV[3] then
    return 0
  end
  redis.call('SET', key, ARGV[4], 'KEEPTTL')
  return 1
end
local stands = redis.call('HGET', key, field) or ''
if kind == 'record' then
  for piece = 1, 4 do
    stands = stands .. (redis.call('HGET', key, field .. string.sub('.+*$', piece, piece)) or '')
  end
end
if stands ~= ARGV[3] then
  return 0
end
if kind == 'record' then
  put(key, field, ARGV[4])
else
  redis.call('HSET', key, field, ARGV[4])
end
return 1
