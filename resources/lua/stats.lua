-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs by state, as they were counted when they came and went, and the latest revision.
local last = redis.call('ZREVRANGE', key('changes'), 0, 0, 'WITHSCORES')
return {last[2] or '0', redis.call('HGETALL', key('stat'))}
