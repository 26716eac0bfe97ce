-- SPDX-License-Identifier: GPL-3.0-or-later
-- The end of a transaction: writes what transitions made of some jobs, if none has changed since it was read: the
-- revision and the end of the lease are its version. An empty value is the default, and not kept.
-- ARGV: call, then for each job: id, revision, lease, token ('' = leave it), lines of its log to keep, number of new
-- lines, number of fields; the lines; each field's name and value. `call` makes it safe to store again when the answer
-- was lost.
local call = ARGV[1]

local function changes()
  local list, i = {}, 2
  while ARGV[i] do
    local change = {id = ARGV[i], revision = ARGV[i + 1], lease = ARGV[i + 2], token = ARGV[i + 3], kept = ARGV[i + 4],
                    lines = {}, set = {}, unset = {}}
    local lines, fields = ARGV[i + 5], ARGV[i + 6]
    i = i + 7
    for line = i, i + lines - 1 do table.insert(change.lines, ARGV[line]) end
    i = i + lines
    for field = i, i + 2 * fields - 1, 2 do
      if ARGV[field + 1] == '' then
        table.insert(change.unset, ARGV[field])
      else
        table.insert(change.set, ARGV[field])
        table.insert(change.set, ARGV[field + 1])
      end
    end
    i = i + 2 * fields
    table.insert(list, change)
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
  if #change.lines > 0 then
    redis.call('RPUSH', key('log:' .. change.id), unpack(change.lines))
    redis.call('LTRIM', key('log:' .. change.id), -change.kept, -1)
  end
end
return 'stored'
