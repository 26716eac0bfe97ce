-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM job
WHERE state IN ('running', 'stopping') AND (:anybody OR worker = :worker)
  AND id NOT IN (SELECT value FROM json_each(:running))
ORDER BY seq
