-- SPDX-License-Identifier: GPL-3.0-or-later
-- A job, the time, and whether the node that has its file is alive: what a transaction begins with.
local id = ARGV[1]
local at = now()
local job = read(id)
if not job then return {text(at)} end
return {text(at), whole(id), isGone(job.holder, at) and '1' or '0'}
