-- Takes what is next for one worker: what was taken before and is due again, or what is new. When each comes
-- again is kept apart from the group's own list of what is in hand, which would have to be read from its
-- beginning: what a turn costs hangs on what it takes, however many wait.
-- What failed by itself, or with whoever had it, more than once comes alone: it may have taken the others down.
-- KEYS: 1 inbox  2 inbox:again  3 inbox:failures
-- ARGV: 1 group  2 consumer  3 how many at most  4 the first pause and 5 the longest (milliseconds, by Redis'
--       clock); it doubles with every try  6 '1' if what is due again has to wait for what is new
-- Result: of each its entry id, its fields, how often it was taken, this time included, and how often that came
--   to nothing for no reason but itself
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local taken = {}

-- What was taken together comes again in its order.
local function take(entry, times, failures)
  local pause = math.min(ARGV[4] * 2 ^ math.min(times - 1, 20), tonumber(ARGV[5]))
  redis.call('ZADD', KEYS[2], now + pause + #taken / 1000, entry[1])
  taken[#taken + 1] = {entry[1], entry[2], times, failures}
end

local function take_again()
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, ARGV[3])) do
    local failures = (redis.call('HGET', KEYS[3], id) or 0) + 1
    if failures > 1 and #taken > 0 then
      return
    end
    local entry = redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, id)[1]
    if entry then
      redis.call('HSET', KEYS[3], id, failures)
      take(entry, redis.call('XPENDING', KEYS[1], ARGV[1], id, id, 1)[1][4], failures)
    else
      redis.call('XACK', KEYS[1], ARGV[1], id)
      redis.call('ZREM', KEYS[2], id)
      redis.call('HDEL', KEYS[3], id)
    end
    if entry and failures > 1 then
      return
    end
  end
end

local function take_new()
  local read = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', ARGV[3], 'STREAMS', KEYS[1], '>')
  for _, entry in ipairs(read and read[1][2] or {}) do
    take(entry, 1, 0)
  end
end

local first, second = take_again, take_new
if ARGV[6] == '1' then
  first, second = take_new, take_again
end
first()
if #taken == 0 then
  second()
end
return taken
