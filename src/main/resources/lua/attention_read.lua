-- Reads all there is to know about somebody before they are written to.
-- KEYS: 1 attention:ID  2 nudges  3 nudges:held:ID, or nudges:due  4 ranking
-- ARGV: 1 since when messages count (seconds since 1970)  2 what is held until then waits (seconds)
--       3 how many of those at most  4 prefix of all keys  5 whose they are
-- Result: manners by each id of theirs, as JSON or empty; messages that count, each before when it was begun; the nudges
--   among them as JSON or nil; the nudges that wait, likewise; the fields and values of ranking
-- include: merged.lua
local function nudges(ids)
  return #ids > 0 and redis.call('HMGET', KEYS[2], unpack(ids)) or {}
end
local manners = {}
for id in pairs(identities(ARGV[4], ARGV[5])) do
  manners[#manners + 1] = redis.call('GET', ARGV[4] .. 'manners:' .. id) or ''
end
local taken = redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '+inf')
local scores = redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '+inf', 'WITHSCORES')
local held = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[2], 'LIMIT', 0, ARGV[3])
return {manners, scores, nudges(taken), nudges(held), redis.call('HGETALL', KEYS[4])}
