-- SPDX-License-Identifier: GPL-3.0-or-later
-- The job nearest to a place among all that are queued, 'before' or 'after' it; nothing when there is none.
local direction, place = ARGV[1], ARGV[2]
local best, bestPlace = nil, nil

local function look(queue)
  local found
  if direction == 'before' then
    found = redis.call('ZREVRANGEBYSCORE', queue, '(' .. place, '-inf', 'WITHSCORES', 'LIMIT', 0, 1)
  else
    found = redis.call('ZRANGEBYSCORE', queue, '(' .. place, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  end
  local its = tonumber(found[2])
  if its and (not best or math.abs(its - place) < math.abs(bestPlace - place)) then best, bestPlace = found[1], its end
end

look(key('held'))
for _, stage in ipairs(stages) do
  look(queueOf(stage, ''))
  for _, node in ipairs(nodes()) do look(queueOf(stage, node)) end
end
return best and whole(best)
