-- Puts a dead letter back into the inbox as it came, to be tried anew.
-- KEYS: 1 dead  2 inbox
-- ARGV: 1 entry id in dead
-- Result: 1 if it was put back, 0 if somebody else had put it back or dropped it
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if #found == 0 then
  return 0
end
local of_its_death = {reason = true, attempts = true, died = true, again = true}
local fields = {'again', 1}
for i = 1, #found[1][2], 2 do
  if not of_its_death[found[1][2][i]] then
    fields[#fields + 1] = found[1][2][i]
    fields[#fields + 1] = found[1][2][i + 1]
  end
end
redis.call('XADD', KEYS[2], '*', unpack(fields))
redis.call('XDEL', KEYS[1], ARGV[1])
return 1
