-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO job_log (job, number, line) VALUES (:id, :number, :line)
