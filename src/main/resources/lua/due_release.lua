-- Gives back what was taken of a queue, unless somebody else has it by now.
-- KEYS: 1 the key that says who has it
-- ARGV: 1 who took it
-- Result: 1 if it was given back, else 0
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
return redis.call('DEL', KEYS[1])
