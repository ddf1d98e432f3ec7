-- Writes an introduction if it stands as the caller read it, and takes or gives back one of the
-- places that its executive has in a month: however many ask at once, nobody has more than they take.
-- KEYS: 1 introductions  2 introductions:due  3 introductions:about:ID  4 introductions:open
--       5 introductions:latest  6 executives  7 introductions:slots:ID:MONTH where it had its place
--       8 introductions:slots:ID:MONTH where it has it now  9 forgotten
-- ARGV: 1 its id  2 as it was read, or empty  3 as it shall be, or empty where it goes
--       4 when it was wanted (seconds since 1970)  5 when it is due, or empty if never
--       6 whom it is about, as it was read  7 '1' if it is still about somebody
--       8 '1' if it is open  9 '1' if it had a place  10 the executive, or empty if it takes no place
--       11 prefix of all keys
-- Result: 'ok'; 'changed' if somebody changed it meanwhile, 'full' if there is no place, 'open' if
--   another one about the person is open, 'forgotten' if the person was forgotten: nothing is written
-- include: forgotten.lua
-- include: merged.lua
local id, before, after = ARGV[1], ARGV[2], ARGV[3]
if (redis.call('HGET', KEYS[1], id) or '') ~= before then
  return 'changed'
end
if before == '' and forgotten(KEYS[9], ARGV[6]) then
  return 'forgotten'
end
local open = redis.call('HGET', KEYS[4], ARGV[6])
if ARGV[8] == '1' and open and open ~= id then
  return 'open'
end
if ARGV[8] == '1' and before == '' then
  for other in pairs(identities(ARGV[11], whole(ARGV[11], ARGV[6]))) do
    local one = redis.call('HGET', KEYS[4], other)
    if one and one ~= id then
      return 'open'
    end
  end
end
local takes = ARGV[10] ~= ''
if takes and redis.call('SISMEMBER', KEYS[8], id) == 0 then
  local executive = redis.call('HGET', KEYS[6], ARGV[10])
  if not executive or redis.call('SCARD', KEYS[8]) >= cjson.decode(executive).capacity then
    return 'full'
  end
  redis.call('SADD', KEYS[8], id)
  redis.call('EXPIRE', KEYS[8], 100 * 86400)
end
if ARGV[9] == '1' and not (takes and KEYS[7] == KEYS[8]) then
  redis.call('SREM', KEYS[7], id)
end
if ARGV[8] == '1' then
  redis.call('HSET', KEYS[4], ARGV[6], id)
elseif open == id then
  redis.call('HDEL', KEYS[4], ARGV[6])
end
if ARGV[7] == '1' then
  redis.call('ZADD', KEYS[3], ARGV[4], id)
else
  redis.call('ZREM', KEYS[3], id)
end
if ARGV[5] ~= '' then
  redis.call('ZADD', KEYS[2], ARGV[5], id)
else
  redis.call('ZREM', KEYS[2], id)
end
if after == '' then
  redis.call('HDEL', KEYS[1], id)
  redis.call('ZREM', KEYS[5], id)
else
  redis.call('HSET', KEYS[1], id, after)
  redis.call('ZADD', KEYS[5], ARGV[4], id)
end
return 'ok'
