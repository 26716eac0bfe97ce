-- SPDX-License-Identifier: GPL-3.0-or-later
return dueIds(now(), tonumber(ARGV[1]))
