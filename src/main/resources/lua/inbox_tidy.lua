-- Takes out the workers of a group that are gone: every start of an instance brings new ones. One that is alive and
-- has nothing to do comes back with its next turn.
-- KEYS: 1 inbox
-- ARGV: 1 group  2 milliseconds after which one with nothing in hand is taken out
-- Result: how many were taken out
local gone = 0
for _, facts in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
  local is = {}
  for i = 1, #facts, 2 do
    is[facts[i]] = facts[i + 1]
  end
  if is.pending == 0 and is.idle > tonumber(ARGV[2]) then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], is.name)
    gone = gone + 1
  end
end
return gone
