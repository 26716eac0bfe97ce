-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE callback SET due_at = :due_at WHERE job = :id AND due_at > 0
