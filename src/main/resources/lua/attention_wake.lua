-- Has all that is held for somebody come up at once.
-- KEYS: 1 nudges:held:ID  2 nudges:due
-- ARGV: 1 now (seconds since 1970)
-- Result: how many there are
-- Why each was held is decided again, so that nothing goes that must still wait.
local ids = redis.call('ZRANGE', KEYS[1], 0, -1)
for _, id in ipairs(ids) do
  redis.call('ZADD', KEYS[2], 'XX', 'LT', ARGV[1], id)
end
return #ids
