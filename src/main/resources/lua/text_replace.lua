-- Replaces a text if it stands as the caller read it.
-- KEYS: 1 where it stands
-- ARGV: 1 'hash', 'record' (a hash with pieces, see mention_write), 'list' or 'string'  2 its field
--       3 what was read  4 what it shall be
-- Result: 1 if replaced, 0 if somebody changed it meanwhile
-- include: pieces.lua
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
local stands = (kind == 'record' and get(key, field) or kind == 'hash' and redis.call('HGET', key, field)) or ''
if stands ~= ARGV[3] then
  return 0
end
if kind == 'record' then
  put(key, field, ARGV[4])
else
  redis.call('HSET', key, field, ARGV[4])
end
return 1
