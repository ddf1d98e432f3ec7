-- Keeps what a workspace granted, in place of what it granted before.
-- KEYS: 1 changed  2 grants  3 since  4 left
-- ARGV: 1 workspace  2 what it granted, encrypted  3 when (milliseconds since 1970)
local time = redis.call('TIME')
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
redis.call('ZREM', KEYS[4], ARGV[1])
redis.call('SET', KEYS[1], time[1] .. '.' .. time[2])
