-- SPDX-License-Identifier: GPL-3.0-or-later
-- Appends lines to a job's log, the last `kept` stay; false when there is no such job.
local id, kept = ARGV[1], ARGV[2]
if redis.call('EXISTS', taskOf(id)) == 0 then return 0 end
if #ARGV > 2 then redis.call('RPUSH', key('log:' .. id), unpack(ARGV, 3)) end
redis.call('LTRIM', key('log:' .. id), -kept, -1)
return 1
