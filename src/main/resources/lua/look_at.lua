-- Notes who is to be looked at, and from when on, unless they are to be looked at earlier anyhow.
-- KEYS: 1 looks  2 forgotten
-- ARGV: person:ID or account:ID, then from when on (seconds since 1970), ...
-- Result: 1
-- Idempotent. Of whoever was forgotten nothing is noted.
-- include: forgotten.lua
for i = 1, #ARGV, 2 do
  local person = string.match(ARGV[i], '^person:(.*)$')
  if not (person and forgotten(KEYS[2], person)) then
    redis.call('ZADD', KEYS[1], 'LT', ARGV[i + 1], ARGV[i])
  end
end
return 1
