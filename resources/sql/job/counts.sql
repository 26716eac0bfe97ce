-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT state, count(*), max(revision) FROM job GROUP BY state
