-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM job WHERE revision > :since ORDER BY revision LIMIT :limit
