-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM job_log WHERE job = :id AND number <= :last
