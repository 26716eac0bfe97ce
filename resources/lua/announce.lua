-- SPDX-License-Identifier: GPL-3.0-or-later
-- A worker tells of itself for the time of a lease; with nothing to tell it has left.
local worker, told, lease = unpack(ARGV)
if told == '' then
  redis.call('HDEL', key('workers'), worker)
  redis.call('ZREM', key('seen'), worker)
else
  redis.call('HSET', key('workers'), worker, told)
  redis.call('ZADD', key('seen'), text(now() + lease), worker)
end
return 'stored'
