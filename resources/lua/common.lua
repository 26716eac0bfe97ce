-- SPDX-License-Identifier: GPL-3.0-or-later
-- Before every script. The keys, all of one cluster slot:
--   {dz}:task:<id>          hash    the job, the only truth; a field that is not there has its default
--   {dz}:tok:<id>           string  its sealed token; empty once erased. Apart, so that no reply about a job holds it
--   {dz}:cb:<id>            hash    whom to tell of its end: sealed, tries
--   {dz}:log:<id>           list    its log
--   {dz}:object:<object>    string  the job that makes it; holds until that has ended
--   {dz}:objects:<id>       set     those of a job
--   {dz}:q:<stage>          zset    waiting jobs by place
--   {dz}:q:<stage>:<node>   zset    those whose file lies on that node
--   {dz}:held               zset    jobs that wait for something else first, by place
--   {dz}:delayed            zset    those among them that wait for a time
--   {dz}:leases             zset    running jobs by the end of their lease
--   {dz}:nodes              zset    work folders by the time until which somebody uses them; named after their worker,
--                                   or shared:<mark> when several share them, which outlive their workers
--   {dz}:workers {dz}:seen  hash    what workers tell of themselves; zset, until when that counts
--   {dz}:peers              hash    of each worker the node whose files can be fetched from it, or ''
--   {dz}:processors         hash    of each worker how many jobs it can process at a time
--   {dz}:ended              zset    ended jobs that are forgotten one day
--   {dz}:callbacks          zset    ended jobs of which somebody is to be told, by when
--   {dz}:tasks {dz}:changes zset    all jobs by creation; by their latest revision
--   {dz}:removals {dz}:removed  zsets: jobs that are gone by the revision, and by the time, of that
--   {dz}:wake:<stage>       stream  of one entry: something may be claimed
--   {dz}:claim:<call>       string  what a call to claim got, while its lease lasts
--   {dz}:idem:<key>         hash    job and body of an idempotency key
--   {dz}:running            hash    running jobs by stage and submitter
--   {dz}:heard              string  when some process was last heard of
--   {dz}:stat {dz}:counters {dz}:queue  hashes: jobs by state; revision, sequence, places; is it paused
-- Times are the server's, in milliseconds.

local stages = {'download', 'process', 'upload'}
local ended = {done = true, failed = true, cancelled = true, skipped = true}
local held = {running = true, stopping = true}
local delayed = {retry_wait = true, blocked = true}

local function key(name) return '{dz}:' .. name end
local function taskOf(id) return '{dz}:task:' .. id end
local function text(number) return string.format('%.0f', number) end

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function queueOf(stage, holder)
  if holder == '' then return key('q:' .. stage) end
  return key('q:' .. stage .. ':' .. holder)
end

local function wake(stage)
  redis.call('XADD', key('wake:' .. stage), 'MAXLEN', 1, '*', 'w', 1)
end

-- What the indexes need of a job, or nil.
local function read(id)
  local names = {'state', 'stage', 'holder', 'place', 'ready_at', 'ended_at', 'revision', 'local', 'epoch', 'worker',
                 'submitter'}
  local values = redis.call('HMGET', taskOf(id), unpack(names))
  if not values[1] then return nil end
  local job = {id = id}
  for i, name in ipairs(names) do job[name] = values[i] or '' end
  return job
end

-- How many jobs each user has running in each stage. A worker's death takes none of it along: its jobs are put back.
local function countRunning(job, by)
  if job.submitter == '' then return end
  local field = job.stage .. ' ' .. job.submitter
  if redis.call('HINCRBY', key('running'), field, by) <= 0 then redis.call('HDEL', key('running'), field) end
end

local function unlink(job)
  redis.call('HINCRBY', key('stat'), job.state, -1)
  if job.state == 'waiting' then
    redis.call('ZREM', queueOf(job.stage, job.holder), job.id)
  elseif held[job.state] then
    redis.call('ZREM', key('leases'), job.id)
    countRunning(job, -1)
  elseif ended[job.state] then
    redis.call('ZREM', key('ended'), job.id)
  else
    redis.call('ZREM', key('held'), job.id)
    redis.call('ZREM', key('delayed'), job.id)
  end
end

-- Somebody may be to be told of the job's end.
local function ring(job)
  if not ended[job.state] then
    if redis.call('ZREM', key('callbacks'), job.id) == 1 then redis.call('HDEL', key('cb:' .. job.id), 'tries') end
  elseif redis.call('EXISTS', key('cb:' .. job.id)) == 1 then
    redis.call('ZADD', key('callbacks'), 'NX', text(now()), job.id)
  end
end

local function link(job, lease)
  redis.call('HINCRBY', key('stat'), job.state, 1)
  ring(job)
  if job.state == 'waiting' then
    redis.call('ZADD', queueOf(job.stage, job.holder), job.place, job.id)
    if job.holder ~= '' then redis.call('ZADD', key('nodes'), 'NX', 0, job.holder) end
    wake(job.stage)
  elseif held[job.state] then
    redis.call('ZADD', key('leases'), lease, job.id)
    countRunning(job, 1)
  elseif ended[job.state] then
    if job['local'] == '' then redis.call('ZADD', key('ended'), job.ended_at, job.id) end
    if redis.call('EXISTS', key('tok:' .. job.id)) == 1 then redis.call('SET', key('tok:' .. job.id), '') end
  else
    redis.call('ZADD', key('held'), job.place, job.id)
    if delayed[job.state] then redis.call('ZADD', key('delayed'), job.ready_at, job.id) end
  end
end

local function revise(id)
  local revision = redis.call('HINCRBY', key('counters'), 'revision', 1)
  redis.call('HSET', taskOf(id), 'revision', revision)
  redis.call('ZADD', key('changes'), revision, id)
end

local function drop(job)
  unlink(job)
  redis.call('ZADD', key('removals'), redis.call('HINCRBY', key('counters'), 'revision', 1), job.id)
  redis.call('ZADD', key('removed'), text(now()), job.id)
  redis.call('ZREM', key('tasks'), job.id)
  redis.call('ZREM', key('changes'), job.id)
  redis.call('ZREM', key('callbacks'), job.id)
  for _, object in ipairs(redis.call('SMEMBERS', key('objects:' .. job.id))) do
    if redis.call('GET', key('object:' .. object)) == job.id then redis.call('DEL', key('object:' .. object)) end
  end
  redis.call('DEL', taskOf(job.id), key('tok:' .. job.id), key('log:' .. job.id), key('cb:' .. job.id),
             key('objects:' .. job.id))
end

-- Nodes that may have queues of their own.
local function nodes() return redis.call('ZRANGE', key('nodes'), 0, -1) end

-- Its files went with it. (A shared folder has no machine that could be lost.)
local function isGone(node, at)
  if node == '' or string.sub(node, 1, 7) == 'shared:' then return false end
  local aliveUntil = redis.call('ZSCORE', key('nodes'), node)
  return not aliveUntil or tonumber(aliveUntil) <= at
end

local function forget(worker)
  for _, name in ipairs({'workers', 'peers', 'processors'}) do redis.call('HDEL', key(name), worker) end
  redis.call('ZREM', key('seen'), worker)
end

local function forgetSilent(at)
  for _, worker in ipairs(redis.call('ZRANGEBYSCORE', key('seen'), '-inf', text(at))) do forget(worker) end
end

-- Somebody is heard of. When nobody was for half a lease, it was this server that was away, and nobody could renew a
-- lease or tell of himself: all have the time of a lease again.
local function hear(at, lease)
  local heard = tonumber(redis.call('GET', key('heard')) or at)
  if at - heard > lease / 2 then
    for _, name in ipairs({'leases', 'nodes', 'seen'}) do
      for _, id in ipairs(redis.call('ZRANGEBYSCORE', key(name), '-inf', text(at + lease))) do
        redis.call('ZADD', key(name), text(at + lease), id)
      end
    end
  end
  if at - heard > 1000 or at <= heard then redis.call('SET', key('heard'), text(at)) end
end

-- Jobs that must be put back: their time has come, or their worker or the node that has their file is gone.
local function dueIds(at, limit)
  local due = {}
  if limit == 0 then return due end
  local function add(ids, index)
    for _, id in ipairs(ids) do
      if redis.call('EXISTS', taskOf(id)) == 0 then
        redis.call('ZREM', index, id) -- a hash that is gone: evicted, or deleted by hand
      elseif #due < limit then
        due[#due + 1] = id
      end
    end
  end
  for _, name in ipairs({'leases', 'delayed'}) do
    add(redis.call('ZRANGEBYSCORE', key(name), '-inf', text(at), 'LIMIT', 0, limit), key(name))
  end
  for _, node in ipairs(redis.call('ZRANGEBYSCORE', key('nodes'), '-inf', text(at))) do
    local isEmpty = true
    for _, stage in ipairs(stages) do
      local ids = redis.call('ZRANGE', queueOf(stage, node), 0, limit - 1)
      isEmpty = isEmpty and #ids == 0
      if isGone(node, at) then add(ids, queueOf(stage, node)) end
    end
    if isEmpty then
      redis.call('ZREM', key('nodes'), node)
    elseif not isGone(node, at) then
      redis.call('ZADD', key('nodes'), text(at + 30000), node) -- a shared folder: looked at again by then
    end
  end
  return due
end

-- A job as the engine reads it.
local function whole(id)
  return {id, redis.call('HGETALL', taskOf(id)), redis.call('ZSCORE', key('leases'), id) or '0'}
end
