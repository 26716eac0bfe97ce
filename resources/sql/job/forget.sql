-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM job
WHERE seq IN (SELECT seq FROM job WHERE ended_at > 0 AND bucket_job = 1 AND ended_at <= :before LIMIT :limit)
