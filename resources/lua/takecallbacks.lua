-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom to tell now of jobs that have ended: id, sealed and tries of each. Due again after the lease unless settled.
-- ARGV: most, lease. (Sent twice, because the answer was lost, it gives the others; the lease brings the first ones back.)
local limit, lease = unpack(ARGV)
local due = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', key('callbacks'), '-inf', text(now()), 'LIMIT', 0, limit)) do
  local sealed = redis.call('HGET', key('cb:' .. id), 'sealed')
  if sealed then
    redis.call('ZADD', key('callbacks'), text(now() + lease), id)
    due[#due + 1] = {id, sealed, redis.call('HINCRBY', key('cb:' .. id), 'tries', 1)}
  else
    redis.call('ZREM', key('callbacks'), id)
  end
end
return due
