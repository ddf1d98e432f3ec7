-- How widely acts are spread over people and accounts. It is put before the scripts that write acts or
-- let people belong to accounts, and moves what follows from that: spread, spread:HUNDRED and the days
-- in account:ID:people (see Keys). Days are whole UTC days since 1970, 0 where there is none. What it
-- costs hangs on the acts of one person, not on how many people there are.
local ORDER = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
-- Microseconds since 1970 of a member of person, heard or latest (see Words).
local function micros(member)
  local number = 0
  for i = 1, 9 do
    number = number * 64 + string.find(ORDER, string.sub(member, i, i), 1, true) - 1
  end
  return number
end
local function said_on(member)
  return math.floor(micros(member) / 86400e6)
end
-- Day of a person's latest act, that of the member left out.
local function latest_act(prefix, id, without)
  local newest
  for _, field in ipairs(redis.call('HKEYS', prefix .. 'person:' .. id)) do
    local is_act = #field > 9 and string.gsub(field, '[.+*$]$', '') ~= without
    if is_act and (not newest or field > newest) then
      newest = field
    end
  end
  return newest and said_on(newest) or 0
end
-- What is back at nought or gone with its age is not taken from again.
local function bump(prefix, what, day, step)
  local key = prefix .. 'spread:' .. math.floor(day / 100)
  if day > 0 and (step > 0 or redis.call('HEXISTS', key, what .. day) == 1) then
    redis.call('HINCRBY', key, what .. day, step)
    redis.call('EXPIRE', key, 34560000)
  end
end
local function latest_of(people)
  return tonumber(redis.call('ZREVRANGE', people, 0, 0, 'WITHSCORES')[2] or 0)
end
-- A person belongs to an account with their latest act, or without a day belongs to it no longer.
local function belongs(prefix, account, id, day)
  local people = prefix .. 'account:' .. account .. ':people'
  local before = latest_of(people)
  if day then
    redis.call('ZADD', people, day, id)
  else
    redis.call('ZREM', people, id)
  end
  local after = latest_of(people)
  if before ~= after then
    bump(prefix, 'a', before, -1)
    bump(prefix, 'a', after, 1)
    if before == 0 or after == 0 then
      redis.call('HINCRBY', prefix .. 'spread', 'accounts', before == 0 and 1 or -1)
    end
  end
end
-- A person belongs to another account from now on, and their acts go with them.
local function moves(prefix, id, from, to)
  if from then
    belongs(prefix, from, id)
  end
  belongs(prefix, to, id, latest_act(prefix, id))
end
-- An act of a person stands from now on (step 1), or no longer (-1).
local function acted(prefix, id, member, step)
  local day = said_on(member)
  local without = latest_act(prefix, id, member)
  local with = math.max(day, without)
  bump(prefix, 'n', day, step)
  redis.call('HINCRBY', prefix .. 'spread', 'acts', step)
  if with ~= without then
    bump(prefix, 'p', without, -step)
    bump(prefix, 'p', with, step)
    local account = redis.call('HGET', prefix .. 'person:' .. id, 'a')
    if account then
      belongs(prefix, account, id, step > 0 and with or without)
    end
  end
end
