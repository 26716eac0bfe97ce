-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE job SET request = :request WHERE id = :id
