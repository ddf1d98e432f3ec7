-- Takes an envelope out of a stream, or puts it at the end with another payload.
-- KEYS: 1 inbox or dead
-- ARGV: 1 entry id  2 group  3 the payload that it shall have, or empty to take it out
-- Result: 1 if done, 0 if it was there no more
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if #found == 0 then
  return 0
end
local fields = found[1][2]
for i = 1, #fields, 2 do
  if fields[i] == 'payload' then
    fields[i + 1] = ARGV[3]
  end
end
fields[#fields + 1] = 'again'
fields[#fields + 1] = 1
if ARGV[3] ~= '' then
  redis.call('XADD', KEYS[1], '*', unpack(fields))
end
redis.pcall('XACK', KEYS[1], ARGV[2], ARGV[1])
redis.call('XDEL', KEYS[1], ARGV[1])
return 1
