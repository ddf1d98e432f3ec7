-- Writes accounts, all of them or none: if nobody else changed one meanwhile, what shows that
-- somebody belongs to them is free, and no more are marquee than may be.
-- KEYS: 1 accounts  2 accounts:index  3 accounts:names  4 accounts:marquee
-- ARGV: 1 how many may be marquee if one becomes so  2 prefix of the keys account:ID:
--       3 who does it, or empty  4... each account as JSON: id, version (as it was read, 0 for a
--       new one), text (the account as it shall be), name (in lower case), before (the name
--       before, or empty), marquee, keys and dropped (of the index), revisions
-- Result: 'ok', 'changed' if one was changed meanwhile, 'full', or 'KEY of ACCOUNT' if one is taken
local wanted, freed, claimed, marquee = {}, {}, {}, 0
for i = 4, #ARGV do
  local account = cjson.decode(ARGV[i])
  local stored = redis.call('HGET', KEYS[1], account.id)
  local version = stored and (cjson.decode(stored).version or 1) or 0
  if version ~= account.version then
    return 'changed'
  end
  for _, key in ipairs(account.dropped) do
    freed[key] = account.id
  end
  local was = redis.call('SISMEMBER', KEYS[4], account.id)
  marquee = marquee + (account.marquee and 1 or 0) - was
  wanted[#wanted + 1] = account
end
for _, account in ipairs(wanted) do
  for _, key in ipairs(account.keys) do
    local owner = claimed[key] or redis.call('HGET', KEYS[2], key)
    if owner and owner ~= account.id and freed[key] ~= owner then
      return key .. ' of ' .. owner
    end
    claimed[key] = account.id
  end
end
if marquee > 0 and redis.call('SCARD', KEYS[4]) + marquee > tonumber(ARGV[1]) then
  return 'full'
end
for key, id in pairs(freed) do
  if redis.call('HGET', KEYS[2], key) == id then
    redis.call('HDEL', KEYS[2], key)
  end
end
for _, account in ipairs(wanted) do
  redis.call('HSET', KEYS[1], account.id, account.text)
  for _, key in ipairs(account.keys) do
    redis.call('HSET', KEYS[2], key, account.id)
  end
  if account.before ~= '' then
    redis.call('ZREM', KEYS[3], account.before .. '\n' .. account.id)
  end
  redis.call('ZADD', KEYS[3], 0, account.name .. '\n' .. account.id)
  redis.call(account.marquee and 'SADD' or 'SREM', KEYS[4], account.id)
  local about = ARGV[2] .. account.id
  for _, revision in ipairs(account.revisions) do
    redis.call('LPUSH', about .. ':revisions', revision)
  end
  redis.call('LTRIM', about .. ':revisions', 0, 49)
  if ARGV[3] ~= '' then
    redis.call('HSET', about .. ':seen', ARGV[3], account.version + 1)
  end
end
return 'ok'
