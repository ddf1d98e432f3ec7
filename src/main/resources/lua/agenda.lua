-- Tells whether anything is due in a workspace, and whether what it has set has changed.
-- KEYS: 1 settings  2 learning  3 edits and 4 edits:nudges, which are due as soon as there are any
--       and those by when things are due: 5 nudges:due  6 looks  7 asks:due  8 introductions:due
--       9 letters  10 gifts:due
-- ARGV: 1 now (seconds since 1970)
-- Result: 1 if something is due, else 0, then a mark that is another one whenever the settings or the
--   model in use are
-- It only reads, and costs the same however much there is.
local learning = redis.call('HMGET', KEYS[2], 'inuse', 'changes', 'learnt')
local mark = redis.sha1hex((redis.call('GET', KEYS[1]) or '') .. '/' .. (learning[1] or ''))
local due = (learning[2] or '0') ~= (learning[3] or '0')
due = due or redis.call('EXISTS', KEYS[3], KEYS[4]) > 0
for i = 5, #KEYS do
  due = due or #redis.call('ZRANGEBYSCORE', KEYS[i], '-inf', ARGV[1], 'LIMIT', 0, 1) > 0
end
return {due and 1 or 0, mark}
