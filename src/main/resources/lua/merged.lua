-- Who Slack ids stand for: what the scripts that write about people share.
-- The person whom an id stands for: whoever it was merged into, or itself.
-- prefix: of all keys
local function whole(prefix, id)
  local into = redis.call('HGET', prefix .. 'merged', id)
  while into do
    id = into
    into = redis.call('HGET', prefix .. 'merged', id)
  end
  return id
end
-- The ids that were merged into one, and into those, and itself, as a set.
local function identities(prefix, id)
  local all, more = {[id] = true}, true
  local merged = redis.call('HGETALL', prefix .. 'merged')
  while more do
    more = false
    for i = 1, #merged, 2 do
      if all[merged[i + 1]] and not all[merged[i]] then
        all[merged[i]] = true
        more = true
      end
    end
  end
  return all
end
-- Moves what is counted of a person and, where they have several ids, what of it came by this one.
local function count(prefix, id, field, step)
  redis.call('HINCRBY', prefix .. 'person:' .. whole(prefix, id), field, step)
  if redis.call('EXISTS', prefix .. 'identity:' .. id) == 1 then
    redis.call('HINCRBY', prefix .. 'identity:' .. id, field, step)
  end
end
-- Notes that somebody was heard then, for the first time or the last.
local function spoke_at(key, micros)
  local span = redis.call('HMGET', key, 'f', 'l')
  if not span[1] or tonumber(micros) < tonumber(span[1]) then
    redis.call('HSET', key, 'f', micros)
  end
  if not span[2] or tonumber(micros) > tonumber(span[2]) then
    redis.call('HSET', key, 'l', micros)
  end
  return span[2]
end
-- By which other id than that of the person whose record it is something was said, if by another.
local function said_by(record)
  local head = string.sub(record, 3, string.find(record, '|', 1, true) - 1)
  return string.match(head, '^[^,]*,[^,]*,[^,]*,[^,]*,(.+)$')
end
-- The record as said by another id than that of the person whose record it is, or by their own (nil).
local function as_said_by(record, id)
  local bar = string.find(record, '|', 1, true)
  local head = string.match(string.sub(record, 3, bar - 1), '^[^,]*,[^,]*,[^,]*,[^,]*') or ',,,'
  if id then
    head = head .. ',' .. id
  elseif head == ',,,' then
    head = ''
  end
  return string.sub(record, 1, 2) .. head .. string.sub(record, bar)
end
-- The JSON of a nudge about another person. Quotes within its texts are escaped, so that the place is plain.
local function now_about(text, from, to)
  local field = '"about":"' .. from .. '"'
  local at = string.find(text, field, 1, true)
  return at and string.sub(text, 1, at - 1) .. '"about":"' .. to .. '"' .. string.sub(text, at + #field) or text
end
