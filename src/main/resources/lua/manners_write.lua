-- Writes how a person wants to be written to, if it stands as the caller read it.
-- KEYS: 1 manners:ID  2 forgotten
-- ARGV: 1 as it was read, or empty  2 as it shall be, or empty for nothing  3 whose it is
-- Result: 1 if written, or of somebody who was forgotten; 0 if somebody changed it meanwhile
-- include: forgotten.lua
if forgotten(KEYS[2], ARGV[3]) then
  return 1
end
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then
  return 0
end
if ARGV[2] == '' then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], ARGV[2])
end
return 1
