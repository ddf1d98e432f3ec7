-- Replaces an account if nobody else changed it meanwhile and its team and domains are free.
-- KEYS: 1 accounts  2 accounts:index  3 accounts:names
-- ARGV: 1 account id  2 the account as it was read, or empty  3 the account as it shall be
--       4 name in lower case  5 the name before, or empty  6... keys of the index
-- Result: 'ok', 'changed' if it was changed meanwhile, or 'KEY of ACCOUNT' if a key is taken
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then
  return 'changed'
end
for i = 6, #ARGV do
  local owner = redis.call('HGET', KEYS[2], ARGV[i])
  if owner and owner ~= ARGV[1] then
    return ARGV[i] .. ' of ' .. owner
  end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
for i = 6, #ARGV do
  redis.call('HSET', KEYS[2], ARGV[i], ARGV[1])
end
if ARGV[5] ~= '' then
  redis.call('ZREM', KEYS[3], ARGV[5] .. '\n' .. ARGV[1])
end
redis.call('ZADD', KEYS[3], 0, ARGV[4] .. '\n' .. ARGV[1])
return 'ok'
