-- Takes the first invitation that is due and that nobody has taken; it comes up again later unless it
-- is done.
-- KEYS: 1 letters
-- ARGV: 1 now (seconds since 1970)  2 when it comes up again (seconds)  3 for how long it is taken
--       (milliseconds, counted by Redis)  4 how many to look at  5 prefix of the keys letters:claim:ID
-- Result: the invitation as JSON, or nil if there is none
local letters = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[4])
for _, letter in ipairs(letters) do
  redis.call('ZADD', KEYS[1], ARGV[2], letter)
  if redis.call('SET', ARGV[5] .. cjson.decode(letter).person, '', 'NX', 'PX', ARGV[3]) then
    return letter
  end
end
return false
