-- Keeps an invitation until then, unless whoever it would go to was forgotten.
-- KEYS: 1 letters  2 forgotten  3 letters:claim:ID, which ends
-- ARGV: 1 the invitation as JSON  2 until when (seconds since 1970)  3 whom it would go to
-- Result: 1 if it is kept, else 0
-- include: forgotten.lua
if forgotten(KEYS[2], ARGV[3]) then
  return 0
end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('DEL', KEYS[3])
return 1
