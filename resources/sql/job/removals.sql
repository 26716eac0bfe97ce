-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT revision, job FROM removal WHERE revision > :since ORDER BY revision LIMIT :limit
