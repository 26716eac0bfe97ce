-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs in the order of an index ('tasks', 'changes'), forwards or backwards from a number on; those of some states
-- (none named: of all).
-- One call looks at a bounded number of them: {the number to go on from, or '' at the end, {{number, job}, ...}}.
local index, isBackwards, from, limit, looked, bucketOnly = unpack(ARGV, 1, 6)
local isWanted = {}
for i = 7, #ARGV do isWanted[ARGV[i]] = true end
local command, last = 'ZRANGEBYSCORE', '+inf'
if isBackwards == '1' then command, last = 'ZREVRANGEBYSCORE', '-inf' end
local found = redis.call(command, key(index), from, last, 'WITHSCORES', 'LIMIT', 0, looked)
local jobs = {}
local reached = ''
for i = 1, #found, 2 do
  local job = read(found[i])
  if job and (#ARGV < 7 or isWanted[job.state]) and (bucketOnly == '0' or job['local'] == '') then
    jobs[#jobs + 1] = {found[i + 1], whole(found[i])}
  end
  reached = found[i + 1]
  if #jobs == tonumber(limit) then return {reached, jobs} end
end
return {#found < 2 * looked and '' or reached, jobs}
