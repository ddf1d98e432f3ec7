-- Writes a nudge if it stands as the caller read it, and keeps its indexes in step.
-- KEYS: 1 nudges  2 nudges:latest  3 nudges:due  4 nudges:about:ID
--       5 nudges:open:ID where it was open before  6 nudges:open:ID where it is open now
--       7 nudges:counting:ID  8 nudges:open  9 forgotten  10 exposures:KIND:QUARTER
--       11 nudges:held:ID of whom it was for before  12 nudges:held:ID of whom it is for now
--       13 nudges:line:ID of whom it was on its way to
-- ARGV: 1 nudge id  2 the nudge as it was read, or empty  3 the nudge as it shall be
--       4 decided at (seconds since 1970)  5 when due (seconds), or empty if it is not held
--       6 '1' if it was open before  7 '1' if it is open now
--       8 '1' if it counts when the next one about that person is decided  9 whom it is about
--       10 '1' if only the one whom it is for is told that it is open  11 '1' if it is held
--       12 prefix of all keys
--       and where it is the first reason for one: 13 whom it is about  14 when, and how chance fell
--       15 how long that is kept (seconds)
-- Result: 1 if written, 0 if somebody changed it meanwhile, or it is a new one about somebody who was
--   forgotten
-- A new one about an id that was merged into another is about whom it stands for, and stays listed under
-- that id, too, to which it goes back if the merge is undone.
-- include: forgotten.lua
-- include: merged.lua
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then
  return 0
end
if ARGV[2] == '' and forgotten(KEYS[9], ARGV[9]) then
  return 0
end
local about, counting, text = KEYS[4], KEYS[7], ARGV[3]
local person = ARGV[9] ~= '' and whole(ARGV[12], ARGV[9])
if ARGV[2] == '' and person and person ~= ARGV[9] then
  local id = ARGV[9]
  while id ~= person do
    redis.call('ZADD', ARGV[12] .. 'nudges:about:' .. id, ARGV[4], ARGV[1])
    id = redis.call('HGET', ARGV[12] .. 'merged', id)
  end
  about = ARGV[12] .. 'nudges:about:' .. person
  counting = ARGV[12] .. 'nudges:counting:' .. person
  text = now_about(text, ARGV[9], person)
end
redis.call('HSET', KEYS[1], ARGV[1], text)
if ARGV[13] then
  redis.call('HSETNX', KEYS[10], ARGV[13], ARGV[14])
  redis.call('EXPIRE', KEYS[10], ARGV[15])
end
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
redis.call('ZADD', about, ARGV[4], ARGV[1])
if ARGV[5] ~= '' then
  redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
else
  redis.call('ZREM', KEYS[3], ARGV[1])
end
redis.call('ZREM', KEYS[11], ARGV[1])
if ARGV[11] == '1' then
  redis.call('ZADD', KEYS[12], ARGV[5], ARGV[1])
else
  redis.call('ZREM', KEYS[13], ARGV[1])
end
if ARGV[6] == '1' then
  redis.call('ZREM', KEYS[5], ARGV[1])
  redis.call('ZREM', KEYS[8], ARGV[1])
end
if ARGV[7] == '1' then
  redis.call('ZADD', KEYS[6], ARGV[4], ARGV[1])
  if ARGV[10] ~= '1' then
    redis.call('ZADD', KEYS[8], ARGV[4], ARGV[1])
  end
end
if ARGV[8] == '1' then
  redis.call('ZADD', counting, ARGV[4], ARGV[1])
else
  redis.call('ZREM', counting, ARGV[1])
end
return 1
