-- SPDX-License-Identifier: GPL-3.0-or-later
redis.call('HSET', key('queue'), 'health', text(now()))
return 'stored'
