-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that a worker holds.
local worker = ARGV[1]
local ids = {}
for _, id in ipairs(redis.call('ZRANGE', key('leases'), 0, -1)) do
  local job = read(id)
  if job and job.worker == worker then ids[#ids + 1] = id end
end
return ids
