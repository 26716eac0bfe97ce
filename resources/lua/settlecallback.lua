-- SPDX-License-Identifier: GPL-3.0-or-later
-- ARGV: id, milliseconds after which it is due again, or '': done with. A job that runs again keeps its callback.
local id, againIn = unpack(ARGV)
if not redis.call('ZSCORE', key('callbacks'), id) then return 'ok' end
if againIn == '' then
  redis.call('ZREM', key('callbacks'), id)
  redis.call('DEL', key('cb:' .. id))
else
  redis.call('ZADD', key('callbacks'), text(now() + againIn), id)
end
return 'ok'
