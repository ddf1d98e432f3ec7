-- Puts a version of a workspace's model to use.
-- KEYS: 1 learning  2 learning:heads
-- ARGV: 1 number of the version, 0 for the shipped models
-- Result: 1 if done, 0 if the head of that version is not kept
if ARGV[1] ~= '0' and redis.call('HEXISTS', KEYS[2], ARGV[1]) == 0 then
  return 0
end
redis.call('HSET', KEYS[1], 'inuse', ARGV[1])
return 1
