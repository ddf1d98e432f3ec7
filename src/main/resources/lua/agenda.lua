-- Tells whether anything is due in a workspace, and whether what it has set has changed.
-- KEYS: 1 settings  2 learning  3 edits, which are due as soon as there are any
--       and those by when things are due: 4 nudges:due  5 looks  6 asks:due  7 introductions:due
--       8 letters  9 gifts:due
-- ARGV: 1 now (seconds since 1970)
-- Result: 1 if something is due, else 0, then a mark that is another one whenever the settings or the
--   model in use are
-- It only reads, and costs the same however much there is.
local learning = redis.call('HMGET', KEYS[2], 'inuse', 'changes', 'learnt')
local mark = redis.sha1hex((redis.call('GET', KEYS[1]) or '') .. '/' .. (learning[1] or ''))
local due = (learning[2] or '0') ~= (learning[3] or '0')
due = due or redis.call('EXISTS', KEYS[3]) == 1
for i = 4, #KEYS do
  due = due or #redis.call('ZRANGEBYSCORE', KEYS[i], '-inf', ARGV[1], 'LIMIT', 0, 1) > 0
end
return {due and 1 or 0, mark}
