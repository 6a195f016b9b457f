-- Takes requests out of some buckets. Numbers are exact: a request is as many shares as the period has microseconds, and
-- each microsecond adds as many shares as the period allows requests, so that no number exceeds 2 * 3.6e15.
--
-- KEYS     the buckets: "level time", in shares and in microseconds of the clock of Redis
-- ARGV     for each: requests in a period, the period in microseconds, the burst, and the level that the bucket has at
--          most, -1 if Redis knows best; then how many requests wait, how many of the last block come back, and how many
--          a new block would have
-- returns  for each: how many of the waiting requests were taken, the level after all, and the requests in the block
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local reply = {}
for i, key in ipairs(KEYS) do
  local function argument(n)
    return tonumber(ARGV[7 * (i - 1) + n])
  end
  local rate, period, most, waiting = argument(1), argument(2), argument(4), argument(5)
  local full = period * argument(3)
  local stored = full
  local text = redis.call('GET', key)
  if text then
    local space = string.find(text, ' ', 1, true)
    -- A clock that was set back, or that of another machine after a failover, refills nothing.
    local passed = math.max(0, now - tonumber(string.sub(text, space + 1)))
    stored = tonumber(string.sub(text, 1, space - 1))
    stored = math.min(full, stored + rate * math.min(passed, math.ceil((full - stored) / rate)))
  end
  local level = math.min(full, stored + argument(6) * period)
  if most >= 0 then
    level = math.min(level, most)
  end
  local taken = math.min(waiting, math.floor(level / period))
  level = level - taken * period
  local block = 0
  if level > full / 2 then
    block = argument(7)
    level = level - block * period
  end
  if level ~= stored then
    local millis = math.ceil((full - level) / rate / 1000) + 1000
    redis.call('SET', key, string.format('%.0f %.0f', level, now), 'PX', millis)
  end
  reply[3 * i - 2], reply[3 * i - 1], reply[3 * i] = taken, level, block
end
return reply
