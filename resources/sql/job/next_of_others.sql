-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of the first :looked jobs of each stage the first one whose submitter has less than :most running in that stage.
SELECT job.* FROM json_each(:stages) AS wanted
JOIN job ON job.seq IN (SELECT seq FROM job WHERE state = 'waiting' AND stage = wanted.value ORDER BY place LIMIT :looked)
WHERE json_extract(job.request, '$.submitter') = ''
   OR (SELECT count(*) FROM job AS other
       WHERE other.state IN ('running', 'stopping') AND other.stage = job.stage
         AND json_extract(other.request, '$.submitter') = json_extract(job.request, '$.submitter')) < :most
ORDER BY job.place LIMIT 1
