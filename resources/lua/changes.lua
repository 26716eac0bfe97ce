-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs changed after a revision, the oldest change first.
local jobs = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', key('changes'), '(' .. ARGV[1], '+inf', 'LIMIT', 0, ARGV[2])) do
  jobs[#jobs + 1] = whole(id)
end
return jobs
