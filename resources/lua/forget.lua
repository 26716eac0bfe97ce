-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets jobs that ended longer ago than so many milliseconds; returns how many.
local retention, limit = unpack(ARGV)
local ids = redis.call('ZRANGEBYSCORE', key('ended'), '-inf', text(now() - retention), 'LIMIT', 0, limit)
for _, id in ipairs(ids) do
  local job = read(id)
  if job then drop(job) else redis.call('ZREM', key('ended'), id) end
end
return #ids
