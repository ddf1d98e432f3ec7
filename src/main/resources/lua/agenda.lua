-- Tells whether anything is due in a workspace, and whether what it has set has changed.
-- KEYS: 1 settings  2 learning  3 nudges:due  4 looks  5 asks:due  6 introductions:due  7 letters
--       8 gifts:due  9 edits
-- ARGV: 1 now (seconds since 1970)
-- Result: 1 if something is due, else 0, then a mark that is another one whenever the settings or the
--   model in use are
-- It only reads, and costs the same however much there is.
local learning = redis.call('HMGET', KEYS[2], 'inuse', 'changes', 'learnt')
local mark = redis.sha1hex((redis.call('GET', KEYS[1]) or '') .. '/' .. (learning[1] or ''))
local due = (learning[2] or '0') ~= (learning[3] or '0')
for i = 3, #KEYS do
  due = due or #redis.call('ZRANGEBYSCORE', KEYS[i], '-inf', ARGV[1], 'LIMIT', 0, 1) > 0
end
return {due and 1 or 0, mark}
