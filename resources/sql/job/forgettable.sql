-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM job WHERE ended_at > 0 AND bucket_job = 1 AND ended_at <= :before LIMIT :limit
