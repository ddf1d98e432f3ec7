-- Reads certain nudges, and the newest about a person that hold back the next.
-- KEYS: 1 nudges  2 nudges:counting:ID
-- ARGV: 1 how many of the latter at most  2... nudge ids
-- Result: the nudges of these ids and then the others, each as JSON or nil
local known = #ARGV > 1 and redis.call('HMGET', KEYS[1], unpack(ARGV, 2)) or {}
local ids = redis.call('ZREVRANGE', KEYS[2], 0, tonumber(ARGV[1]) - 1)
return {known, #ids > 0 and redis.call('HMGET', KEYS[1], unpack(ids)) or {}}
