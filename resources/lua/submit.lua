-- SPDX-License-Identifier: GPL-3.0-or-later
-- Accepts jobs. The same job again (its reply was lost) is accepted again and changes nothing.
-- ARGV: most jobs, how long an idempotency key is kept; then of each job how many words follow: its id, first stage, '1' if
-- a path is local, token, idempotency key, its body, callback, and each field of the request with its value.
local limit, keptFor = tonumber(ARGV[1]), ARGV[2]
local fields = 8 -- where those of the request begin

local function isSame(words)
  for i = fields, #words, 2 do
    if (redis.call('HGET', taskOf(words[1]), words[i]) or '') ~= words[i + 1] then return false end
  end
  return true
end

local function unfinished()
  local sum = 0
  local counts = redis.call('HGETALL', key('stat'))
  for i = 1, #counts, 2 do
    if not ended[counts[i]] then sum = sum + counts[i + 1] end
  end
  return sum
end

local function accept(words)
  local id, stage, isLocal, token, idem, body, callback = unpack(words, 1, fields - 1)
  if idem ~= '' then
    local earlier = redis.call('HMGET', key('idem:' .. idem), 'id', 'body')
    if earlier[1] and earlier[1] ~= id and redis.call('EXISTS', taskOf(earlier[1])) == 1 then
      return {earlier[2] == body and 'duplicate' or 'key_reused', earlier[1]}
    end
  end
  if redis.call('EXISTS', taskOf(id)) == 1 then return {isSame(words) and 'accepted' or 'conflict', id} end
  if unfinished() >= limit then return {'queue_full', ''} end

  local place = redis.call('HINCRBY', key('counters'), 'last_place', 1)
  redis.call('HSET', taskOf(id), 'state', 'waiting', 'stage', stage, 'created_at', text(now()), 'place', place)
  if isLocal ~= '' then redis.call('HSET', taskOf(id), 'local', isLocal) end
  for i = fields, #words, 2 do
    if words[i + 1] ~= '' then redis.call('HSET', taskOf(id), words[i], words[i + 1]) end
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
end

local answers = {}
local at = 3
while at <= #ARGV do
  local last = at + ARGV[at]
  answers[#answers + 1] = accept({unpack(ARGV, at + 1, last)})
  at = last + 1
end
return answers
