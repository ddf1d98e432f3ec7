-- Notes of envelopes which could not have their effect just now that this says nothing against them.
-- KEYS: 1 inbox  2 inbox:again  3 inbox:failures
-- ARGV: 1 group  2 consumer  3 how many tries are remembered of what is held
--       and of each envelope: its entry id, how often it had failed when it was taken, how often it was taken
--       where it is held for as long as it takes, else 0
-- Result: how many of them are still there
-- Idempotent. After HDEL, which a full Redis takes, it takes the rest of the script too: that it is full must not
-- count against what waits for it.
local there = 0
for i = 4, #ARGV, 3 do
  local id = ARGV[i]
  if redis.call('ZSCORE', KEYS[2], id) then
    redis.call('HDEL', KEYS[3], id)
    redis.call('HSET', KEYS[3], id, ARGV[i + 1] - 1)
    if tonumber(ARGV[i + 2]) > tonumber(ARGV[3]) then
      redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, id, 'RETRYCOUNT', ARGV[3], 'JUSTID')
    end
    there = there + 1
  end
end
return there
