-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many wait for each stage, and since when the first in line is there.
SELECT stage, count(*),
    (SELECT created_at FROM job AS first WHERE first.state = 'waiting' AND first.stage = job.stage ORDER BY place LIMIT 1)
FROM job
WHERE state = 'waiting'
GROUP BY stage
