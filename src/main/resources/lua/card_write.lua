-- Writes what is known of people from elsewhere, all of it or nothing, if nobody else changed it
-- meanwhile, and lets those who are known by a Slack id belong to the account of their card.
-- KEYS: 1 cards  2 cards:emails  3 accounts:index  4 forgotten  5 cards:apart
-- ARGV: 1 prefix of all keys  2 seconds since 1970  3... each card as JSON: key, text, name,
--       person, email, account, rule (packed; empty where there is none), apart ('1' if their acts do
--       not count with those of others); was, before, emailBefore (key, text and address as it was
--       read, empty for a new one)
-- Result: 'ok', 'changed' if one was changed or its address taken meanwhile, or 'forgotten' if one is
--   of somebody who was forgotten
-- include: spread.lua
-- include: forgotten.lua
-- include: merged.lua
local wanted = {}
for i = 3, #ARGV do
  local card = cjson.decode(ARGV[i])
  if forgotten(KEYS[4], card.person) or forgotten(KEYS[4], card.email) then
    return 'forgotten'
  end
  local before = card.was ~= '' and redis.call('HGET', KEYS[1], card.was) or ''
  if before ~= card.before or card.was ~= card.key and redis.call('HEXISTS', KEYS[1], card.key) == 1 then
    return 'changed'
  end
  local holder = card.email ~= '' and redis.call('HGET', KEYS[2], card.email)
  if holder and holder ~= card.was then
    return 'changed'
  end
  wanted[#wanted + 1] = card
end
local function belong(card)
  if whole(ARGV[1], card.person) ~= card.person then
    return
  end
  local person = ARGV[1] .. 'person:' .. card.person
  redis.call('HSETNX', person, 'n', card.name)
  local before = redis.call('HGET', person, 'a')
  if card.account == '' or before == card.account then
    return
  end
  moves(ARGV[1], card.person, before, card.account)
  redis.call('HSET', person, 'a', card.account, 'r', card.rule, 's', ARGV[2])
end
for _, card in ipairs(wanted) do
  if card.was ~= '' and card.was ~= card.key then
    redis.call('HDEL', KEYS[1], card.was)
  end
  redis.call('HSET', KEYS[1], card.key, card.text)
  if card.emailBefore ~= '' then
    redis.call('HDEL', KEYS[2], card.emailBefore)
    redis.call('HDEL', KEYS[3], 'email:' .. card.emailBefore)
  end
  if card.email ~= '' then
    redis.call('HSET', KEYS[2], card.email, card.key)
  end
  if card.person ~= '' then
    redis.call(card.apart == '1' and 'SADD' or 'SREM', KEYS[5], card.person)
    belong(card)
  elseif card.account ~= '' then
    redis.call('HSET', KEYS[3], 'email:' .. card.email, card.account)
  end
end
return 'ok'
