-- Takes or renews a lease, unless another holder has it.
--
-- KEYS[1]  the lease, which holds the name of its holder
-- ARGV     the name of this one, and the milliseconds that the lease lasts
-- returns  1 if this one holds it, else 0
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
