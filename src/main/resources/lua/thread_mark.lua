-- Marks that somebody spoke in a thread whose words are nobody's mention.
-- KEYS: 1 thread:CHANNEL:ROOT
-- ARGV: 1 ts  2 member  3 retention in seconds
-- Result: 1 if replies stand below it, else 0
redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
return redis.call('ZCOUNT', KEYS[1], '(' .. ARGV[1], '+inf') > 0 and 1 or 0
