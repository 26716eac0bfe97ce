-- SPDX-License-Identifier: GPL-3.0-or-later
-- A worker tells of itself for the time of a lease, which renews its node's; with nothing to tell it has left. `peer`:
-- the node whose files others can fetch from it, or ''; `processes`: how many jobs it can process at a time.
local worker, told, lease, node, peer, processes = unpack(ARGV)
local at = now()
hear(at, tonumber(lease))
forgetSilent(at)
if told == '' then
  forget(worker)
else
  redis.call('HSET', key('peers'), worker, peer)
  redis.call('HSET', key('processors'), worker, processes)
  redis.call('HSET', key('workers'), worker, told)
  redis.call('ZADD', key('seen'), text(at + lease), worker)
  if node ~= '' then redis.call('ZADD', key('nodes'), text(at + lease), node) end
end
return 'stored'
