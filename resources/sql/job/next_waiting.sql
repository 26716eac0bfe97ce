-- SPDX-License-Identifier: GPL-3.0-or-later
-- The list of states names the index job_queued.
SELECT * FROM job
WHERE state IN ('waiting', 'paused', 'retry_wait', 'blocked', 'needs_token')
  AND place = (SELECT min(first) FROM (
      SELECT (SELECT min(place) FROM job WHERE state = 'waiting' AND stage = wanted.value) AS first
      FROM json_each(:stages) AS wanted))
