-- Notes where one of our own people was told of somebody; of whoever was forgotten, that it is to be
-- edited.
-- KEYS: 1 told:ID  2 edits  3 forgotten
-- ARGV: 1 channel and ts of the message  2 when it was said (seconds since 1970)  3 who it is about
-- Result: 1
-- Idempotent.
-- include: forgotten.lua
redis.call('ZADD', forgotten(KEYS[3], ARGV[3]) and KEYS[2] or KEYS[1], ARGV[2], ARGV[1])
return 1
