-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM job
WHERE seq = (SELECT min(oldest) FROM (
    SELECT (SELECT min(seq) FROM job WHERE state = 'waiting' AND stage = wanted.value) AS oldest
    FROM json_each(:stages) AS wanted))
