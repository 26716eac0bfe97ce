-- SPDX-License-Identifier: GPL-3.0-or-later
-- The queue as a whole: '1' paused, '0' not.
redis.call('HSET', key('queue'), 'paused', ARGV[1])
for _, stage in ipairs(stages) do wake(stage) end
return 'stored'
