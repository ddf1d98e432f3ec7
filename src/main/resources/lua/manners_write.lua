-- Writes how a person wants to be written to, if it stands as the caller read it.
-- KEYS: 1 forgotten  2... manners:ID of each id of theirs
-- ARGV: 1 as it shall be, or empty for nothing  2 whose it is  3... as each was read, or empty
-- Result: 1 if written, or of somebody who was forgotten; 0 if somebody changed it meanwhile
-- include: forgotten.lua
if forgotten(KEYS[1], ARGV[2]) then
  return 1
end
for i = 2, #KEYS do
  if (redis.call('GET', KEYS[i]) or '') ~= ARGV[i + 1] then
    return 0
  end
end
for i = 2, #KEYS do
  if ARGV[1] == '' then
    redis.call('DEL', KEYS[i])
  else
    redis.call('SET', KEYS[i], ARGV[1])
  end
end
return 1
