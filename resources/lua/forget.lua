-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets jobs that ended longer ago than so many milliseconds, and what was removed longer ago than so many others;
-- returns how many jobs.
local retention, limit, removals = unpack(ARGV)
local ids = redis.call('ZRANGEBYSCORE', key('ended'), '-inf', text(now() - retention), 'LIMIT', 0, limit)
for _, id in ipairs(ids) do
  local job = read(id)
  if job then drop(job) else redis.call('ZREM', key('ended'), id) end
end
for _, id in ipairs(redis.call('ZRANGEBYSCORE', key('removed'), '-inf', text(now() - removals), 'LIMIT', 0, limit)) do
  redis.call('ZREM', key('removals'), id)
  redis.call('ZREM', key('removed'), id)
end
return #ids
