-- Changes bans if nobody else did.
--
-- KEYS     the state, the hash of bans, the ids of the last changes by version
-- ARGV     the state before (empty if there is none), the state after, its version, the milliseconds until all of it can
--          be forgotten, how many changes are kept, and ids with their bans; a removed ban is empty
-- returns  1 if the state was the expected one, else 0
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then
  return 0
end
-- The state is last: if one of these commands is not permitted, no instance sees a change.
for i = 6, #ARGV, 2 do
  redis.call('ZADD', KEYS[3], ARGV[3], ARGV[i])
end
redis.call('ZREMRANGEBYRANK', KEYS[3], 0, -1 - ARGV[5])
redis.call('PEXPIRE', KEYS[3], ARGV[4])
for i = 6, #ARGV, 2 do
  if ARGV[i + 1] == '' then
    redis.call('HDEL', KEYS[2], ARGV[i])
  else
    redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
  end
end
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[4])
return 1
