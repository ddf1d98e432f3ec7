-- Takes a person who is erased out of everything that is counted of them, and with that the last.
-- KEYS: 1 person:ID  2 heard:ID  3 top
-- ARGV: 1 person id  2 prefix of all keys  3... accounts to which they belong
-- Result: 1
-- Idempotent.
-- include: spread.lua
-- include: pieces.lua
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if #field > 9 and not string.find('.+*$', string.sub(field, -1), 1, true) then
    drop(KEYS[1], field)
    acted(ARGV[2], ARGV[1], field, -1)
  end
end
for i = 3, #ARGV do
  belongs(ARGV[2], ARGV[i], ARGV[1])
  redis.call('ZREM', ARGV[2] .. 'account:' .. ARGV[i] .. ':asking', ARGV[1])
end
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('ZREM', KEYS[3], ARGV[1])
return 1
