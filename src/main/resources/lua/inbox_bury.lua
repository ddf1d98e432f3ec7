-- Moves an envelope that never works to the dead letters, as it came.
-- KEYS: 1 inbox  2 dead  3 inbox:again  4 inbox:failures
-- ARGV: 1 group  2 entry id  3 reason  4 attempts  5 now (epoch milliseconds)
-- Result: 1 if it was moved, 0 if somebody else had finished it
local found = redis.call('XRANGE', KEYS[1], ARGV[2], ARGV[2])
if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 or #found == 0 then
  return 0
end
redis.call('XDEL', KEYS[1], ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[2])
redis.call('HDEL', KEYS[4], ARGV[2])
local fields = found[1][2]
for _, told in ipairs({'reason', ARGV[3], 'attempts', ARGV[4], 'died', ARGV[5]}) do
  fields[#fields + 1] = told
end
redis.call('XADD', KEYS[2], 'MAXLEN', '~', 10000, '*', unpack(fields))
return 1
