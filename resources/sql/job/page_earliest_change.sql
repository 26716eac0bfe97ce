-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM job
WHERE revision > :after AND (:any_state OR state IN (SELECT value FROM json_each(:states))) AND bucket_job >= :bucket_job
ORDER BY revision
LIMIT :limit
