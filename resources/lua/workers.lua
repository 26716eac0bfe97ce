-- SPDX-License-Identifier: GPL-3.0-or-later
-- What workers told of themselves and until when that counts, by name.
forgetSilent(now())
local names = redis.call('HKEYS', key('workers'))
table.sort(names)
local found = {}
for _, worker in ipairs(names) do
  found[#found + 1] = {redis.call('HGET', key('workers'), worker), redis.call('ZSCORE', key('seen'), worker) or '0'}
end
return found
