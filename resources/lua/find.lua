-- SPDX-License-Identifier: GPL-3.0-or-later
-- A job, the time, and whether the node that has its file is alive: what a transaction begins with.
local id = ARGV[1]
local at = now()
local job = read(id)
if not job then return {text(at)} end
local aliveUntil = job.holder ~= '' and redis.call('ZSCORE', key('nodes'), job.holder)
local isGone = job.holder ~= '' and (not aliveUntil or tonumber(aliveUntil) <= at)
return {text(at), whole(id), isGone and '1' or '0'}
