-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that a worker holds, but those named after it.
local worker = ARGV[1]
local isRunning = {}
for i = 2, #ARGV do isRunning[ARGV[i]] = true end
local ids = {}
for _, id in ipairs(redis.call('ZRANGE', key('leases'), 0, -1)) do
  local job = not isRunning[id] and read(id)
  if job and job.worker == worker then ids[#ids + 1] = id end
end
return ids
