-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE callback SET due_at = :due_at, tries = tries + 1 WHERE job = :id
