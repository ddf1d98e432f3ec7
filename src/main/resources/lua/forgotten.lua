-- Who was forgotten: what the scripts that write about people share.
-- Whether a person was forgotten, so that nothing about them may be written.
-- key: forgotten  handle: Slack id, or address in lower case
local function forgotten(key, handle)
  local salt = redis.call('HGET', key, 'salt')
  return salt and redis.call('HEXISTS', key, redis.sha1hex(salt .. handle)) == 1
end
