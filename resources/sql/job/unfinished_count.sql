-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM job WHERE ended_at = 0
