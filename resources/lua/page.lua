-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs in order of creation, the newest first, from below a number on; those of some states (none named: of all).
-- One call looks at a bounded number of them: {the number to go on from, or '' at the end, {{number, job}, ...}}.
local before, limit, looked, bucketOnly = unpack(ARGV, 1, 4)
local isWanted = {}
for i = 5, #ARGV do isWanted[ARGV[i]] = true end
local found = redis.call('ZREVRANGEBYSCORE', key('tasks'), before, '-inf', 'WITHSCORES', 'LIMIT', 0, looked)
local jobs = {}
local last = ''
for i = 1, #found, 2 do
  local job = read(found[i])
  if job and (#ARGV < 5 or isWanted[job.state]) and (bucketOnly == '0' or job['local'] == '') then
    jobs[#jobs + 1] = {found[i + 1], whole(found[i])}
  end
  last = found[i + 1]
  if #jobs == tonumber(limit) then return {last, jobs} end
end
return {#found < 2 * looked and '' or last, jobs}
