-- SPDX-License-Identifier: GPL-3.0-or-later
-- Renews a lease and its node's, writes progress (never downwards), says what the worker is to do.
local id, worker, epoch, lease, step, progress = unpack(ARGV)
local job = read(id)
if not job or job.epoch ~= epoch or job.worker ~= worker or not held[job.state] then return 'lost' end
local at = now()
hear(at, tonumber(lease))
redis.call('ZADD', key('leases'), text(at + lease), id)
redis.call('ZADD', key('nodes'), text(at + lease), redis.call('HGET', taskOf(id), 'node') or job.worker)
if step ~= '' then
  local task = taskOf(id)
  redis.call('HSET', task, 'step', step, 'updated_at', text(at))
  if tonumber(progress) > tonumber(redis.call('HGET', task, 'progress') or 0) then
    redis.call('HSET', task, 'progress', progress)
  end
  revise(id)
end
if job.state == 'stopping' then return 'cancel' end
return redis.call('HGET', taskOf(id), 'pause_wanted') and 'pause' or 'ok'
