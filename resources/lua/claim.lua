-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the waiting job with the smallest place; of the jobs whose file lies on a node only this node's own, or, for a
-- worker that does not all steps (`isSplit`), those of every node whose files can be fetched.
-- Answers {'claimed', job, token}, or {'due', ids}: these must be put back first (their time has come, or their worker
-- or node is gone), or {'none', milliseconds until something is due, the last entry of each stage's wake stream}.
-- `call` makes it safe to ask again when the answer was lost: it is the same.
-- Users take turns: where the first job's submitter has `perUser` jobs running in its stage, the first of another one
-- among the next `looked` comes before it.
local worker, node, isSplit, call, lease, downloadsAhead, dueLimit, perUser, looked = unpack(ARGV, 1, 9)
local wanted = {unpack(ARGV, 10)}
isSplit = isSplit == '1'
local at = now()
hear(at, tonumber(lease))
redis.call('ZADD', key('nodes'), text(at + lease), node)

local function claimed(id)
  return {'claimed', whole(id), redis.call('GET', key('tok:' .. id)) or ''}
end

local earlier = redis.call('GET', key('claim:' .. call))
if earlier then
  local epoch, id = string.match(earlier, '^(%d+) (.*)$')
  local job = read(id)
  if job and job.epoch == epoch and job.worker == worker and held[job.state] then return claimed(id) end
end

-- Images that lie on all nodes may be twice as many as all workers can process at a time.
local function isOpenForAll()
  local waiting, processors = 0, 0
  for _, holder in ipairs(nodes()) do waiting = waiting + redis.call('ZCARD', queueOf('process', holder)) end
  for _, count in ipairs(redis.call('HVALS', key('processors'))) do processors = processors + count end
  return waiting < 2 * math.max(processors, 1)
end

local function isOpen(stage)
  if stage ~= 'download' then return true end
  if isSplit then return isOpenForAll() end
  return tonumber(downloadsAhead) == 0 or redis.call('ZCARD', queueOf('process', node)) < tonumber(downloadsAhead)
end

local function holders()
  local list, seen = {'', node}, {[''] = true, [node] = true}
  for _, peer in ipairs(isSplit and redis.call('HVALS', key('peers')) or {}) do
    if not seen[peer] then list[#list + 1] = peer end
    seen[peer] = true
  end
  return list
end

local function first(queue)
  while true do
    local found = redis.call('ZRANGE', queue, 0, 0, 'WITHSCORES')
    if not found[1] or redis.call('EXISTS', taskOf(found[1])) == 1 then return found[1], tonumber(found[2]) end
    redis.call('ZREM', queue, found[1])
  end
end

local function openQueues()
  local list = {}
  for _, stage in ipairs(wanted) do
    for _, holder in ipairs(isOpen(stage) and holders() or {}) do list[#list + 1] = queueOf(stage, holder) end
  end
  return list
end

local function smallest(queues)
  local best, bestPlace = nil, nil
  for _, queue in ipairs(queues) do
    local id, place = first(queue)
    if id and (not best or place < bestPlace) then best, bestPlace = id, place end
  end
  return best
end

local function hasEnoughRunning(id)
  local stage, submitter = unpack(redis.call('HMGET', taskOf(id), 'stage', 'submitter'))
  if tonumber(perUser) == 0 or not stage or (submitter or '') == '' then return false end
  return tonumber(redis.call('HGET', key('running'), stage .. ' ' .. submitter) or 0) >= tonumber(perUser)
end

-- The first job of a user who has not enough running, or nil.
local function smallestOfOthers(queues)
  local found = {}
  for _, queue in ipairs(queues) do
    local part = redis.call('ZRANGE', queue, 0, looked - 1, 'WITHSCORES')
    for i = 1, #part, 2 do found[#found + 1] = {id = part[i], place = tonumber(part[i + 1])} end
  end
  table.sort(found, function(a, b) return a.place < b.place end)
  for i = 1, math.min(#found, tonumber(looked)) do
    local id = found[i].id
    if redis.call('EXISTS', taskOf(id)) == 1 and not hasEnoughRunning(id) then return id end
  end
end

local function take(id)
  local job = read(id)
  local task = taskOf(id)
  unlink(job)
  job.state = 'running'
  link(job, text(at + lease))
  local epoch = redis.call('HINCRBY', task, 'epoch', 1)
  redis.call('HSET', task, 'state', job.state, 'worker', worker, 'node', node, 'claimed_at', text(at), 'updated_at', text(at))
  redis.call('HSETNX', task, 'started_at', text(at))
  redis.call('HDEL', task, 'error', 'step')
  redis.call('SET', key('claim:' .. call), epoch .. ' ' .. id, 'PX', lease)
  revise(id)
  if job.stage == 'process' then wake('download') end -- one less lies here: a download may go ahead
  return claimed(id)
end

local due = dueIds(at, tonumber(dueLimit))
if #due > 0 then return {'due', due} end
if redis.call('HGET', key('queue'), 'paused') ~= '1' then
  local queues = openQueues()
  local id = smallest(queues)
  if id and hasEnoughRunning(id) then id = smallestOfOthers(queues) or id end
  if id then return take(id) end
end

local nextDue = at + lease
for _, name in ipairs({'leases', 'delayed', 'nodes'}) do
  local soonest = redis.call('ZRANGE', key(name), 0, 0, 'WITHSCORES')
  if soonest[2] then nextDue = math.min(nextDue, tonumber(soonest[2])) end
end
local seen = {}
for i, stage in ipairs(wanted) do
  local last = redis.call('XREVRANGE', key('wake:' .. stage), '+', '-', 'COUNT', 1)
  seen[i] = last[1] and last[1][1] or '0-0'
end
return {'none', text(math.max(nextDue - at, 1)), seen}
