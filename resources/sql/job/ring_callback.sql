-- SPDX-License-Identifier: GPL-3.0-or-later
-- Due when its job ends, no longer when that runs again; a change of an ended job rings nobody.
UPDATE callback SET due_at = :due_at, tries = 0 WHERE job = :id AND (due_at = 0) <> (:due_at = 0)
