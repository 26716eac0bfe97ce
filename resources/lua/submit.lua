-- SPDX-License-Identifier: GPL-3.0-or-later
-- Accepts a job. The same job again (its reply was lost) is accepted again and changes nothing.
-- ARGV: id, first stage, '1' if a path is local, token, most jobs, idempotency key, its body, how long it is kept,
-- callback, and each field of the request with its value.
local id, stage, isLocal, token, limit, idem, body, keptFor, callback = unpack(ARGV, 1, 9)

local function isSame()
  for i = 10, #ARGV, 2 do
    if (redis.call('HGET', taskOf(id), ARGV[i]) or '') ~= ARGV[i + 1] then return false end
  end
  return true
end

if idem ~= '' then
  local earlier = redis.call('HMGET', key('idem:' .. idem), 'id', 'body')
  if earlier[1] and earlier[1] ~= id and redis.call('EXISTS', taskOf(earlier[1])) == 1 then
    return {earlier[2] == body and 'duplicate' or 'key_reused', earlier[1]}
  end
end
if redis.call('EXISTS', taskOf(id)) == 1 then return {isSame() and 'accepted' or 'conflict', id} end
local unfinished = 0
local counts = redis.call('HGETALL', key('stat'))
for i = 1, #counts, 2 do
  if not ended[counts[i]] then unfinished = unfinished + counts[i + 1] end
end
if unfinished >= tonumber(limit) then return {'queue_full', ''} end

local place = redis.call('HINCRBY', key('counters'), 'last_place', 1)
redis.call('HSET', taskOf(id), 'state', 'waiting', 'stage', stage, 'created_at', text(now()), 'place', place)
if isLocal ~= '' then redis.call('HSET', taskOf(id), 'local', isLocal) end
for i = 10, #ARGV, 2 do
  if ARGV[i + 1] ~= '' then redis.call('HSET', taskOf(id), ARGV[i], ARGV[i + 1]) end
end
if token ~= '' then redis.call('SET', key('tok:' .. id), token) end
if callback ~= '' then redis.call('HSET', key('cb:' .. id), 'sealed', callback) end
if idem ~= '' then
  redis.call('HSET', key('idem:' .. idem), 'id', id, 'body', body)
  redis.call('PEXPIRE', key('idem:' .. idem), keptFor - 1) -- Redis keeps it for the last millisecond too
end
redis.call('ZADD', key('tasks'), redis.call('HINCRBY', key('counters'), 'sequence', 1), id)
revise(id)
link({id = id, state = 'waiting', stage = stage, holder = '', place = place})
return {'accepted', id}
