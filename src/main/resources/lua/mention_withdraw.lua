-- Takes back everything that a deleted message had changed, and marks it so that a late copy of it
-- does not bring it back.
-- KEYS: 1 mentions:CHANNEL:SLOT  2 person:ID  3 said:ID  4 acts:ID  5 top  6 latest:DAY:, as in mention_write
--       7 counts:DAY  8 thread:CHANNEL:ROOT, or of the message itself where it answers none
--       (2 to 4 and 8 are of the record that the caller read)
-- ARGV: 1 ts  2 its field in the slot  3 person id, or empty if there was no record
--       4 retention in seconds  5 ts of the root, or empty where it answers none
--       6 prefix of the keys person:ID  7 its member in said, acts and latest
--       8 quarter of an hour of the day
-- Result: 1 if done, 2 if done and replies stand below it, 0 if the record is of somebody else or in
--   another thread by now, so that the caller reads it again
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
local function parse(text)
  local v, u, n, w, h, z, t = string.match(text, '^([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|([^|]*)|')
  return {v = v, u = u, n = tonumber(n), w = w, h = h ~= '' and h, z = z ~= '' and z, t = t}
end
local done = redis.call('ZCOUNT', KEYS[8], '(' .. ARGV[1], '+inf') > 0 and 2 or 1
local raw = get(KEYS[1], ARGV[2])
if raw then
  if string.sub(raw, 1, 5) == 'gone|' then
    return done
  end
  local old = parse(raw)
  if old.u ~= ARGV[3] or old.t ~= ARGV[5] then
    return 0
  end
  if old.z then
    redis.call('HINCRBY', ARGV[6] .. old.z, 'reach.nr', -1)
    redis.call('HINCRBY', KEYS[2], 'reach.ng', -1)
  end
  redis.call('HINCRBY', KEYS[2], 'm:' .. old.n, -1)
  if redis.call('HEXISTS', KEYS[7], old.n .. ':' .. ARGV[8]) == 1 then
    redis.call('HINCRBY', KEYS[7], old.n .. ':' .. ARGV[8], -1)
  end
  redis.call('ZREM', KEYS[6] .. old.n, ARGV[7])
  redis.call('ZREM', KEYS[3], ARGV[7])
  if redis.call('HEXISTS', KEYS[4], ARGV[7]) == 1 then
    drop(KEYS[4], ARGV[7])
    if tonumber(redis.call('ZINCRBY', KEYS[5], -1, ARGV[3])) < 1 then
      redis.call('ZREM', KEYS[5], ARGV[3])
    end
  end
end
if ARGV[5] ~= '' then
  redis.call('ZREMRANGEBYSCORE', KEYS[8], ARGV[1], ARGV[1])
end
drop(KEYS[1], ARGV[2])
redis.call('HSET', KEYS[1], ARGV[2], 'gone|' .. ARGV[5])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return done
