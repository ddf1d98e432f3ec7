-- Takes envelopes of one workspace in, each once, while there is room.
-- KEYS: 1 inbox  and of each envelope its seen:HOUR:PART
-- ARGV: 1 seconds to remember an id, from when the first of its hash came  2 how many may wait in the inbox
--       and of each envelope: id, type, payload, received at (epoch milliseconds)
-- Result: of each envelope 1 if it was new, 0 if it was known, -1 if it was not taken because too many wait
local room = tonumber(ARGV[2]) - redis.call('XLEN', KEYS[1])
local result = {}
for i = 2, #KEYS do
  local at = (i - 2) * 4 + 3
  local seen, id = KEYS[i], ARGV[at]
  if room <= 0 then
    result[i - 1] = redis.call('HEXISTS', seen, id) - 1
  elseif redis.call('HSETNX', seen, id, '') == 0 then
    result[i - 1] = 0
  else
    if redis.call('HLEN', seen) == 1 then
      redis.call('EXPIRE', seen, ARGV[1])
    end
    redis.call('XADD', KEYS[1], '*', 'id', id, 'type', ARGV[at + 1], 'payload', ARGV[at + 2], 'at', ARGV[at + 3])
    room = room - 1
    result[i - 1] = 1
  end
end
return result
