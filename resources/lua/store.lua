-- SPDX-License-Identifier: GPL-3.0-or-later
-- The end of a transaction: writes what transitions made of some jobs, if none has changed since it was read: the
-- revision and the end of the lease are its version. An empty value is the default, and not kept.
-- ARGV: call, then for each job: id, revision, lease, token ('' = leave it), line of its log ('' = none), lines kept,
-- number of fields, each field's name and value. `call` makes it safe to store again when the answer was lost.
local call = ARGV[1]

local function changes()
  local list, i = {}, 2
  while ARGV[i] do
    local change = {id = ARGV[i], revision = ARGV[i + 1], lease = ARGV[i + 2], token = ARGV[i + 3], line = ARGV[i + 4],
                    kept = ARGV[i + 5], set = {}, unset = {}}
    local last = i + 6 + 2 * ARGV[i + 6]
    for f = i + 7, last, 2 do
      if ARGV[f + 1] == '' then
        table.insert(change.unset, ARGV[f])
      else
        table.insert(change.set, ARGV[f])
        table.insert(change.set, ARGV[f + 1])
      end
    end
    table.insert(list, change)
    i = last + 1
  end
  return list
end

local list = changes()
if redis.call('HGET', taskOf(list[1].id), 'stored_by') == call then return 'stored' end
for _, change in ipairs(list) do
  change.before = read(change.id)
  local lease = redis.call('ZSCORE', key('leases'), change.id) or '0'
  if not change.before or change.before.revision ~= change.revision or tonumber(lease) ~= tonumber(change.lease) then
    return 'changed'
  end
end
for _, change in ipairs(list) do
  local task = taskOf(change.id)
  unlink(change.before)
  redis.call('HSET', task, 'stored_by', call, unpack(change.set))
  if #change.unset > 0 then redis.call('HDEL', task, unpack(change.unset)) end
  if change.token ~= '' then redis.call('SET', key('tok:' .. change.id), change.token) end
  link(read(change.id), change.lease)
  revise(change.id)
  if change.line ~= '' then
    redis.call('RPUSH', key('log:' .. change.id), change.line)
    redis.call('LTRIM', key('log:' .. change.id), -change.kept, -1)
  end
end
return 'stored'
