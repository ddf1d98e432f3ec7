-- Puts a reaction on a message or takes it off. Moves reach and nothing else.
-- KEYS: 1 reactions:CHANNEL:TS  2 timeline:reactions  3 person:ID of the giver
--       4 person:ID of the receiver  5 forgotten
-- ARGV: 1 person and emoji  2 version (Slack's timestamp)  3 '+' or '-'  4 member of the timeline
--       5 seconds since 1970  6 '1' if the giver is a contact  7 '1' if the receiver is one
--       8 retention of timelines in seconds  9 the giver's id  10 the receiver's id, or empty
--       11 prefix of all keys
-- Result: 1 if reach changed, else 0; nothing changes where one of the two was forgotten
-- Idempotent: of one person's one emoji on one message the latest change holds.
-- include: forgotten.lua
-- include: merged.lua
if forgotten(KEYS[5], ARGV[9]) or forgotten(KEYS[5], ARGV[10]) then
  return 0
end
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before and string.sub(before, 2) > ARGV[2] then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3] .. ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[8])
local was = before and string.sub(before, 1, 1) == '+'
local is = ARGV[3] == '+'
if is then
  redis.call('ZADD', KEYS[2], ARGV[5], ARGV[4])
  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', '(' .. (tonumber(ARGV[5]) - tonumber(ARGV[8])))
else
  redis.call('ZREM', KEYS[2], ARGV[4])
end
if was == is then
  return 0
end
local step = is and 1 or -1
if ARGV[6] == '1' then
  count(ARGV[11], ARGV[9], 'rg', step)
end
if ARGV[7] == '1' then
  count(ARGV[11], ARGV[10], 'rr', step)
end
return 1
