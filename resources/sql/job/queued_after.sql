-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM job
WHERE ended_at = 0 AND state IN ('waiting', 'paused', 'retry_wait', 'blocked', 'needs_token') AND place > :place
ORDER BY place
LIMIT 1
