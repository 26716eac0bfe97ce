-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce((SELECT max(number) FROM job_log WHERE job = :id), 0) FROM job WHERE id = :id
