-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT state, count(*) FROM job GROUP BY state
