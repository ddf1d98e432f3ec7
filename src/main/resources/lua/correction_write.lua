-- Keeps what somebody said about the label of a mention.
-- KEYS: 1 corrections  2 corrections:times  3 learning  4 mentions:CHANNEL:SLOT  5 forgotten
-- ARGV: 1 mention id  2 its field in the slot  3 correction as JSON  4 when it was said (seconds since 1970)
--       5 retention in seconds  6 how many are kept at most
-- Correction: l label, v vector, u author of the mention, h who said it
-- Result: 1 if kept, 0 if the message was deleted or its author forgotten, or the same or a later correction of it stands
-- Idempotent: the same correction again changes nothing, though it be said to be later.
-- include: forgotten.lua
if forgotten(KEYS[5], cjson.decode(ARGV[3]).u) then
  return 0
end
local mention = redis.call('HGET', KEYS[4], ARGV[2])
if mention and string.sub(mention, 1, 5) == 'gone|' then
  return 0
end
local before = redis.call('ZSCORE', KEYS[2], ARGV[1])
if before and tonumber(before) >= tonumber(ARGV[4]) then
  return 0
end
local raw = redis.call('HGET', KEYS[1], ARGV[1])
if raw then
  local old, now = cjson.decode(raw), cjson.decode(ARGV[3])
  if old.l == now.l and old.v == now.v and old.h == now.h then
    return 0
  end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
local old = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. (tonumber(ARGV[4]) - tonumber(ARGV[5])))
for _, id in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1 - tonumber(ARGV[6]))) do
  old[#old + 1] = id
end
for _, id in ipairs(old) do
  redis.call('HDEL', KEYS[1], id)
  redis.call('ZREM', KEYS[2], id)
end
redis.call('EXPIRE', KEYS[1], ARGV[5])
redis.call('EXPIRE', KEYS[2], ARGV[5])
redis.call('HINCRBY', KEYS[3], 'changes', 1)
redis.call('HSET', KEYS[3], 'changed', ARGV[4])
return 1
