-- Takes requests out of a bucket. Numbers are exact: a request is as many shares as the period has microseconds, and
-- each microsecond adds as many shares as the period allows requests, so that no number exceeds 3.6e15.
--
-- KEYS[1]  the bucket: "level time", in shares and in microseconds of the clock of Redis
-- ARGV     requests in a period, the period in microseconds, the burst, the requests to take, and the level that the
--          bucket has at most; -1 if Redis knows best
-- returns  the requests that were taken, and the level after that
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local rate, period, wanted, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[4]), tonumber(ARGV[5])
local full = period * ARGV[3]
local level = full
local stored = redis.call('GET', KEYS[1])
if stored then
  local space = string.find(stored, ' ', 1, true)
  -- A clock that was set back, or that of another machine after a failover, refills nothing.
  local passed = math.max(0, now - tonumber(string.sub(stored, space + 1)))
  level = tonumber(string.sub(stored, 1, space - 1))
  level = math.min(full, level + rate * math.min(passed, math.ceil((full - level) / rate)))
end
local capped = most >= 0 and most < level
if capped then
  level = most
end
local taken = math.min(wanted, math.floor(level / period))
if taken > 0 or capped then
  level = level - taken * period
  redis.call('SET', KEYS[1], string.format('%.0f %.0f', level, now), 'PX', math.ceil((full - level) / rate / 1000) + 1000)
end
return {taken, level}
