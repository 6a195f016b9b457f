-- Reads the bans, or what changed since a state.
--
-- KEYS     the state "epoch version writer", the hash of bans, the ids of the last changes by version
-- ARGV     the known state, its epoch and version (-1 to read everything), and how many changes are kept
-- returns  the state; if it differs: "all" or "changes", and ids with their bans; a removed ban is empty
local state = redis.call('GET', KEYS[1])
if not state then
  return {''}
end
if state == ARGV[1] then
  return {state}
end
local since = tonumber(ARGV[3])
local epoch, version = string.match(state, '^(%S+) (%d+)')
local known = epoch == ARGV[2] and since >= 0 and tonumber(version) >= since
if known and redis.call('ZCARD', KEYS[3]) >= tonumber(ARGV[4]) then
  known = since >= tonumber(redis.call('ZRANGE', KEYS[3], 0, 0, 'WITHSCORES')[2])
end
local reply = {state, known and 'changes' or 'all'}
if known then
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. since, '+inf')) do
    reply[#reply + 1] = id
    reply[#reply + 1] = redis.call('HGET', KEYS[2], id) or ''
  end
else
  for _, part in ipairs(redis.call('HGETALL', KEYS[2])) do
    reply[#reply + 1] = part
  end
end
return reply
