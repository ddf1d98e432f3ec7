-- Replaces a string if it stands as the caller read it.
-- KEYS: 1 the string
-- ARGV: 1 what was read, or empty if there was nothing  2 what it shall be
-- Result: 1 if replaced, 0 if somebody changed it meanwhile
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2])
return 1
