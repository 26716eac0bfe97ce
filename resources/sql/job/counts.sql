-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT (SELECT count(*) FROM job),
       (SELECT count(*) FROM job WHERE ended_at = 0),
       (SELECT count(*) FROM job WHERE state IN ('running', 'stopping'))
