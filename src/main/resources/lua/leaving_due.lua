-- The workspaces that are leaving and are to be erased now, by Redis' clock.
-- KEYS: 1 leaving
-- Result: workspace and mark (when it was due), one after the other
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'WITHSCORES')
