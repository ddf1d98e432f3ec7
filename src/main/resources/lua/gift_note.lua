-- Adds a line to the register of gifts, and takes it from what may be given in a year or gives it back,
-- all of it or nothing. No cap is ever passed, however many ask at once, nor by giving to several ids of
-- one human.
-- KEYS: 1 gifts  2 gifts:latest  3 gifts:about:ID  4 forgotten  5 gifts:sum:YEAR:person:ID
--       6 gifts:sum:YEAR:account:ID  7 gifts:due
-- ARGV: 1 gift id  2 state  3 the line as JSON  4 when (milliseconds since 1970)  5 to whom
--       6 'take', 'give' (back), or empty  7 currency  8 smallest units of it  9 cap of the person
--       10 cap of the account, both in the smallest units of one currency  11 seconds to keep sums
--       12 when somebody else does what follows from the line (seconds since 1970)
--       13... currency and by what its smallest units are told in those of the caps, ...
-- Result: 'noted'; 'again' if it stands there; 'too_late' if something else became of the gift;
--   'over_person', 'over_account'; 'no_rate' if a sum is of another currency; 'forgotten'
-- include: forgotten.lua
-- include: merged.lua
local after = {
  [''] = {denied = true, asked = true, given = true},
  asked = {denied = true, refused = true, given = true},
  given = {declined = true, taken_back = true}
}
local line, latest = ARGV[1] .. '/' .. ARGV[2], ARGV[1] .. '/'
if forgotten(KEYS[4], ARGV[5]) then
  return 'forgotten'
end
if redis.call('HEXISTS', KEYS[1], line) == 1 then
  return 'again'
end
local now = after[redis.call('HGET', KEYS[1], latest) or '']
if not now or not now[ARGV[2]] then
  return 'too_late'
end

local rates = {}
for i = 13, #ARGV, 2 do
  rates[ARGV[i]] = tonumber(ARGV[i + 1])
end
-- Rounded up, but for what is only the computer's imprecision.
local function told(currency, minor)
  local rate = rates[currency]
  return rate and math.ceil(minor * rate - 0.000001)
end
local function total(key)
  local sum, all = 0, redis.call('HGETALL', key)
  for i = 1, #all, 2 do
    local part = told(all[i], tonumber(all[i + 1]))
    if not part then
      return nil
    end
    sum = sum + part
  end
  return sum
end

-- Of all ids of the person.
local function total_of_person()
  local prefix, sums = string.sub(KEYS[4], 1, -#'forgotten' - 1), string.match(KEYS[5], '^(.*:person:)')
  local sum = 0
  for id in pairs(identities(prefix, whole(prefix, ARGV[5]))) do
    local part = total(sums .. id)
    if not part then
      return nil
    end
    sum = sum + part
  end
  return sum
end

if ARGV[6] == 'take' then
  local worth, person, account = told(ARGV[7], tonumber(ARGV[8])), total_of_person(), total(KEYS[6])
  if not (worth and person and account) then
    return 'no_rate'
  end
  if person + worth > tonumber(ARGV[9]) then
    return 'over_person'
  end
  if account + worth > tonumber(ARGV[10]) then
    return 'over_account'
  end
end
if ARGV[6] ~= '' then
  local units = ARGV[6] == 'take' and ARGV[8] or '-' .. ARGV[8]
  for i = 5, 6 do
    redis.call('HINCRBY', KEYS[i], ARGV[7], units)
    redis.call('EXPIRE', KEYS[i], ARGV[11])
  end
end
redis.call('HSET', KEYS[1], line, ARGV[3], latest, ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[4], line)
redis.call('ZADD', KEYS[3], ARGV[4], line)
redis.call('ZADD', KEYS[7], ARGV[12], line)
return 'noted'
