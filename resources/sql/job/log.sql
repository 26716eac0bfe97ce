-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT line FROM job_log WHERE job = :id ORDER BY number
