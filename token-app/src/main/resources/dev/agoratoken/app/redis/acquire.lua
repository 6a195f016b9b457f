-- Takes one request out of each of some buckets. Numbers are exact: a request is as many shares as the period has
-- microseconds, and each microsecond adds as many shares as the period allows requests, so that no number exceeds 3.6e15.
--
-- KEYS     the buckets: "level time", in shares and in microseconds of the clock of Redis; one may be there several times
-- ARGV     for each: requests in a period, the period in microseconds, the burst, and the level that the bucket has at
--          most; -1 if Redis knows best
-- returns  for each: 1 if the request was taken, else 0, and the level after that
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local levels, changed, reply = {}, {}, {}
for i, key in ipairs(KEYS) do
  local rate, period, most = tonumber(ARGV[4 * i - 3]), tonumber(ARGV[4 * i - 2]), tonumber(ARGV[4 * i])
  local full = period * ARGV[4 * i - 1]
  local level = levels[key]
  if not level then
    level = full
    local stored = redis.call('GET', key)
    if stored then
      local space = string.find(stored, ' ', 1, true)
      -- A clock that was set back, or that of another machine after a failover, refills nothing.
      local passed = math.max(0, now - tonumber(string.sub(stored, space + 1)))
      level = tonumber(string.sub(stored, 1, space - 1))
      level = math.min(full, level + rate * math.min(passed, math.ceil((full - level) / rate)))
    end
  end
  if most >= 0 and most < level then
    level = most
    changed[key] = i
  end
  local taken = 0
  if level >= period then
    taken = 1
    level = level - period
    changed[key] = i
  end
  levels[key] = level
  reply[2 * i - 1], reply[2 * i] = taken, level
end
for key, i in pairs(changed) do
  local rate, full = tonumber(ARGV[4 * i - 3]), ARGV[4 * i - 2] * ARGV[4 * i - 1]
  local millis = math.ceil((full - levels[key]) / rate / 1000) + 1000
  redis.call('SET', key, string.format('%.0f %.0f', levels[key], now), 'PX', millis)
end
return reply
