-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM job WHERE state IN ('running', 'stopping') ORDER BY seq
