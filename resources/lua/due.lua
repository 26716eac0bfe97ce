-- SPDX-License-Identifier: GPL-3.0-or-later
-- ARGV: most, lease.
local at = now()
hear(at, tonumber(ARGV[2]))
return dueIds(at, tonumber(ARGV[1]))
