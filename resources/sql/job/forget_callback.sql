-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM callback WHERE job = :id AND due_at > 0
