-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE job SET lease_until = :lease_until WHERE id = :id
