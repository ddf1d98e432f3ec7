-- Notes what a training came to, and puts its head to use if it was taken.
-- KEYS: 1 learning  2 learning:versions  3 learning:heads  4 learning:claim
-- ARGV: 1 claim  2 version as JSON  3 head (base64), or empty if it was refused
--       4 changes that the training knew of  5 now (seconds since 1970)
--       6 how many versions are kept  7 how many heads are kept
-- Result: the number of the version, or nil if the claim is somebody else's by now
-- Idempotent: the claim ends with it, so that a second time writes nothing.
if redis.call('GET', KEYS[4]) ~= ARGV[1] then
  return false
end
redis.call('DEL', KEYS[4])
local number = redis.call('HINCRBY', KEYS[1], 'latest', 1)
redis.call('HSET', KEYS[2], number, ARGV[2])
redis.call('HDEL', KEYS[2], number - tonumber(ARGV[6]))
redis.call('HSET', KEYS[1], 'learnt', ARGV[4], 'tried', ARGV[5])
if ARGV[3] ~= '' then
  redis.call('HSET', KEYS[3], number, ARGV[3])
  redis.call('HSET', KEYS[1], 'inuse', number)
  local heads = redis.call('HKEYS', KEYS[3])
  table.sort(heads, function(a, b) return tonumber(a) > tonumber(b) end)
  for i = tonumber(ARGV[7]) + 1, #heads do
    redis.call('HDEL', KEYS[3], heads[i])
  end
end
return number
