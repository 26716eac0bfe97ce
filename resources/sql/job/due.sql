-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM job
WHERE seq IN (SELECT seq FROM job WHERE state IN ('retry_wait', 'blocked') AND ready_at <= :now
              UNION ALL
              SELECT seq FROM job WHERE state IN ('running', 'stopping') AND lease_until <= :now)
ORDER BY seq
LIMIT :limit
