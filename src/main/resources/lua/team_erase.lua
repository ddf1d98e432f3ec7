-- Erases keys of a workspace while the lease is held by who says so, and holds it longer.
-- KEYS: 1 erasing (the lease)  2... what goes; the lease itself may be among it
-- ARGV: 1 who  2 for how long from now (milliseconds)
-- Result: 1, or 0 if somebody else has taken over and nothing was erased
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
for i = 2, #KEYS do
  redis.call('UNLINK', KEYS[i])
end
return 1
