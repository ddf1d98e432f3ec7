-- How what is held of people with several ids is joined and parted. Goes behind spread, pieces, asking and merged.
local COUNTED = {rr = true, rg = true, sr = true, sg = true, nr = true, ng = true, f = true, l = true}
for number = 0, 9 do
  COUNTED['' .. number] = true
end
-- Takes a person out of the days that are counted by people's latest acts and of what their account
-- says of them (-1), or puts them in (1). Meanwhile their records may be moved.
-- numbers: of the intents that want an answer
local function stands(prefix, id, step, numbers)
  local day = latest_act(prefix, id)
  bump(prefix, 'p', day, step)
  local account = redis.call('HGET', prefix .. 'person:' .. id, 'a')
  if account then
    belongs(prefix, account, id, step > 0 and day or nil)
    if step > 0 then
      asks_at(prefix, id, account, account, numbers)
    else
      redis.call('ZREM', prefix .. 'account:' .. account .. ':asking', id)
    end
  end
end
-- Adds to counts what came by one id.
local function add(counts, identity)
  for i = 1, #identity, 2 do
    local field, value = identity[i], identity[i + 1]
    if field == 'f' then
      counts.f = counts.f and tonumber(counts.f) < tonumber(value) and counts.f or value
    elseif field == 'l' then
      counts.l = counts.l and tonumber(counts.l) > tonumber(value) and counts.l or value
    elseif COUNTED[field] then
      counts[field] = string.format('%.0f', (counts[field] or 0) + value)
    end
  end
end
-- Counts of a person what came by each of these ids, and nothing else.
local function recount(prefix, id, ids)
  local counts, key = {}, prefix .. 'person:' .. id
  for one in pairs(ids) do
    add(counts, redis.call('HGETALL', prefix .. 'identity:' .. one))
  end
  for field in pairs(COUNTED) do
    if counts[field] then
      redis.call('HSET', key, field, counts[field])
    else
      redis.call('HDEL', key, field)
    end
  end
end
-- Moves the records of one hash into another, each said by whom the function says; of nil it stays.
-- Result: how many
local function move(from, to, by)
  local moved = 0
  for _, field in ipairs(redis.call('HKEYS', from)) do
    if #field > 9 and not string.find('.+*$', string.sub(field, -1), 1, true) then
      local record = get(from, field)
      local goes, id = by(record)
      if goes then
        drop(from, field)
        put(to, field, as_said_by(record, id))
        moved = moved + 1
      end
    end
  end
  return moved
end
-- Writes and drops fields of a relationship: how many are set, how many go, then as relationship_change.
-- Result: where the arguments go on
local function relate(key, at)
  local set, gone = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
  for i = at + 2, at + 1 + set, 2 do
    redis.call('HSET', key, ARGV[i], ARGV[i + 1])
  end
  for i = at + 2 + set, at + 1 + set + gone do
    redis.call('HDEL', key, ARGV[i])
  end
  redis.call('HINCRBY', key, 'v', 1)
  return at + 2 + set + gone
end
-- apart: '1' if their acts do not count with those of others
local function card(prefix, id, text, apart)
  if text == '' then
    redis.call('HDEL', prefix .. 'cards', id)
  else
    redis.call('HSET', prefix .. 'cards', id, text)
  end
  redis.call(apart == '1' and 'SADD' or 'SREM', prefix .. 'cards:apart', id)
end
-- Has what was suggested about one person be about another.
local function suggest(prefix, ids, from, to)
  for _, id in ipairs(ids) do
    local text = redis.call('HGET', prefix .. 'nudges', id)
    local at = text and redis.call('ZSCORE', prefix .. 'nudges:about:' .. from, id)
    if at and string.find(text, '"about":"' .. from .. '"', 1, true) then
      redis.call('HSET', prefix .. 'nudges', id, now_about(text, from, to))
      redis.call('ZADD', prefix .. 'nudges:about:' .. to, at, id)
      if redis.call('ZREM', prefix .. 'nudges:counting:' .. from, id) == 1 then
        redis.call('ZADD', prefix .. 'nudges:counting:' .. to, at, id)
      end
    end
  end
end
