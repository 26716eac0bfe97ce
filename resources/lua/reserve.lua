-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives an object to a job, unless another that has not ended has it; 1 when the job has it now.
local id, object = unpack(ARGV)
local reservation = key('object:' .. object)
local other = read(redis.call('GET', reservation) or '')
if other and other.id ~= id and not ended[other.state] then return 0 end
if redis.call('EXISTS', taskOf(id)) == 1 then
  redis.call('SET', reservation, id)
  redis.call('SADD', key('objects:' .. id), object)
end
return 1
