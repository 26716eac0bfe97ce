-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first condition names the index job_unfinished.
SELECT * FROM job
WHERE ended_at = 0
  AND place = (SELECT min(first) FROM (
      SELECT (SELECT min(place) FROM job WHERE state = 'waiting' AND stage = wanted.value) AS first
      FROM json_each(:stages) AS wanted))
