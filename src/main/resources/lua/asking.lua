-- When the people of an account last said something that wants an answer: account:ID:asking (see Keys).
-- It is put after spread.lua. Adding costs nothing that grows; taking back looks through what is heard of
-- the one person. 'numbers' are those of the intents that want an answer.
local function wants(numbers, record)
  return string.find(numbers, string.sub(record, 1, 1), 1, true)
end
-- Day of a person's latest mention that wants an answer, or nothing.
local function last_asked(prefix, id, numbers)
  local heard = prefix .. 'heard:' .. id
  local fields = redis.call('HKEYS', heard)
  table.sort(fields, function(a, b) return a > b end)
  for _, field in ipairs(fields) do
    local first = not string.find('.+*$', string.sub(field, -1), 1, true)
    if first and wants(numbers, redis.call('HGET', heard, field)) then
      return said_on(field)
    end
  end
end
local function asking(prefix, id)
  local account = redis.call('HGET', prefix .. 'person:' .. id, 'a')
  return account and prefix .. 'account:' .. account .. ':asking'
end
-- A person has said something that wants an answer.
local function asked(prefix, id, member)
  local key = asking(prefix, id)
  if key then
    redis.call('ZADD', key, 'GT', said_on(member), id)
  end
end
-- It does not stand any more, or wants none now.
local function asked_not(prefix, id, member, numbers)
  local key = asking(prefix, id)
  if key and tonumber(redis.call('ZSCORE', key, id) or 0) == said_on(member) then
    local day = last_asked(prefix, id, numbers)
    if day then
      redis.call('ZADD', key, day, id)
    else
      redis.call('ZREM', key, id)
    end
  end
end
-- A person belongs to another account from now on.
local function asks_at(prefix, id, from, to, numbers)
  if from then
    redis.call('ZREM', prefix .. 'account:' .. from .. ':asking', id)
  end
  local day = last_asked(prefix, id, numbers)
  if day then
    redis.call('ZADD', prefix .. 'account:' .. to .. ':asking', day, id)
  end
end
