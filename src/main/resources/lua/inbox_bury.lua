-- Moves an envelope that never works to the dead letters.
-- KEYS: 1 inbox  2 dead  3 inbox:again
-- ARGV: 1 group  2 entry id  3 id  4 type  5 payload  6 received at  7 reason  8 attempts
--       9 now (epoch milliseconds)  10 context, empty where there is none
-- Result: 1 if it was moved, 0 if somebody else had finished it
if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then
  return 0
end
redis.call('XDEL', KEYS[1], ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[2])
redis.call('XADD', KEYS[2], 'MAXLEN', '~', 10000, '*', 'id', ARGV[3], 'type', ARGV[4],
  'payload', ARGV[5], 'at', ARGV[6], 'reason', ARGV[7], 'attempts', ARGV[8], 'died', ARGV[9], 'context', ARGV[10])
return 1
