-- Counts that somebody passed a message on, or takes it back when the share is deleted.
-- KEYS: 1 shares:CHANNEL:DAY  2 person:ID of who shared  3 person:ID of whose words they are
--       4 forgotten
-- ARGV: 1 ts of the share  2 '1' if who shared is a contact  3 '1' if whose words they are is one
--       4 '+' or '-'  5 'sharer|author', or empty  6 retention in seconds
--       7 prefix of all keys
-- Result: 1 if it changed anything, else 0; nothing changes where one of the two was forgotten
-- Idempotent; a deleted share does not come back.
-- include: forgotten.lua
-- include: merged.lua
local sharer, author = string.match(ARGV[5], '^(.*)|(.*)$')
if sharer and (forgotten(KEYS[4], sharer) or forgotten(KEYS[4], author)) then
  return 0
end
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before == 'gone' or (before and ARGV[4] == '+') then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[4] == '+' and ARGV[5] or 'gone')
redis.call('EXPIRE', KEYS[1], ARGV[6])
if ARGV[4] == '-' and not before then
  return 0
end
local step = ARGV[4] == '+' and 1 or -1
if ARGV[2] == '1' then
  count(ARGV[7], sharer, 'sg', step)
end
if ARGV[3] == '1' then
  count(ARGV[7], author, 'sr', step)
end
return 1
