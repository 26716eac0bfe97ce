-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ids of jobs not ended in order of creation, from behind a number on; one call looks at a bounded number:
-- {the number to go on from, or '' at the end, ids}.
local found = redis.call('ZRANGEBYSCORE', key('tasks'), '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
local ids = {}
for i = 1, #found, 2 do
  local state = redis.call('HGET', taskOf(found[i]), 'state')
  if state and not ended[state] then ids[#ids + 1] = found[i] end
end
return {found[#found] or '', ids}
