-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs by state, as they were counted when they came and went, and the latest revision; of each stage how many jobs
-- wait for it and when the first in line was created: {revision, {state, count, ...}, {{stage, count, time}, ...}}.
local function queueFor(stage)
  local count, id, place = 0, nil, nil
  local holders = nodes()
  holders[#holders + 1] = ''
  for _, holder in ipairs(holders) do
    local queue = queueOf(stage, holder)
    count = count + redis.call('ZCARD', queue)
    local first = redis.call('ZRANGE', queue, 0, 0, 'WITHSCORES')
    if first[1] and (not place or tonumber(first[2]) < place) then id, place = first[1], tonumber(first[2]) end
  end
  return {stage, count, id and redis.call('HGET', taskOf(id), 'created_at') or '0'}
end

local last = redis.call('ZREVRANGE', key('changes'), 0, 0, 'WITHSCORES')
local queues = {}
for i, stage in ipairs(stages) do queues[i] = queueFor(stage) end
return {last[2] or '0', redis.call('HGETALL', key('stat')), queues}
