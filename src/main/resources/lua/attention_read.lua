-- Reads all there is to know about somebody before they are written to.
-- KEYS: 1 manners:ID  2 attention:ID  3 nudges  4 nudges:held:ID  5 ranking
-- ARGV: 1 since when messages count (seconds since 1970)  2 what is held until then waits (seconds)
--       3 how many of those at most
-- Result: manners as JSON or nil; messages that count, each before when it was begun; the nudges
--   among them as JSON or nil; the nudges that wait, likewise; the fields and values of ranking
local function nudges(ids)
  return #ids > 0 and redis.call('HMGET', KEYS[3], unpack(ids)) or {}
end
local taken = redis.call('ZRANGEBYSCORE', KEYS[2], ARGV[1], '+inf')
local scores = redis.call('ZRANGEBYSCORE', KEYS[2], ARGV[1], '+inf', 'WITHSCORES')
local held = redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', ARGV[2], 'LIMIT', 0, ARGV[3])
return {redis.call('GET', KEYS[1]), scores, nudges(taken), nudges(held), redis.call('HGETALL', KEYS[5])}
