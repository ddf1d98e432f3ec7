-- Puts a dead letter back into the inbox, to be tried anew.
-- KEYS: 1 dead  2 inbox
-- ARGV: 1 entry id in dead
-- Result: 1 if it was put back, 0 if somebody else had put it back or dropped it
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if #found == 0 then
  return 0
end
local letter = {}
local fields = found[1][2]
for i = 1, #fields, 2 do
  letter[fields[i]] = fields[i + 1]
end
redis.call('XADD', KEYS[2], '*', 'id', letter.id, 'type', letter.type, 'payload', letter.payload,
  'at', letter.at, 'again', 1, 'context', letter.context or '')
redis.call('XDEL', KEYS[1], ARGV[1])
return 1
