-- Takes an envelope in, once.
-- KEYS: 1 seen:ID  2 inbox
-- ARGV: 1 seconds to remember the id  2 id  3 type  4 payload  5 received at (epoch milliseconds)
-- Result: 1 if it was new, 0 if it was known
if not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[1]) then
  return 0
end
redis.call('XADD', KEYS[2], '*', 'id', ARGV[2], 'type', ARGV[3], 'payload', ARGV[4], 'at', ARGV[5])
return 1
