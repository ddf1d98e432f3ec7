-- Notes that a person who was forgotten may be known again, under all their handles.
-- KEYS: 1 forgotten
-- ARGV: 1 one of their handles
-- Result: how many handles there were
local salt = redis.call('HGET', KEYS[1], 'salt')
local person = salt and redis.call('HGET', KEYS[1], redis.sha1hex(salt .. ARGV[1]))
if not person then
  return 0
end
local known, gone = redis.call('HGETALL', KEYS[1]), 0
for i = 1, #known, 2 do
  if known[i] ~= 'salt' and known[i + 1] == person then
    gone = gone + redis.call('HDEL', KEYS[1], known[i])
  end
end
return gone
