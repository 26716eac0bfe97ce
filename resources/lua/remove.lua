-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets a job that has not changed since it was read.
local job = read(ARGV[1])
if not job then return 'stored' end -- by this call, whose answer was lost, or another
if job.revision ~= ARGV[2] then return 'changed' end
drop(job)
return 'stored'
