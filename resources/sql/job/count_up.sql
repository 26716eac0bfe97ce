-- SPDX-License-Identifier: GPL-3.0-or-later
-- Read afterwards by `counter`: RETURNING would fill a table of its own, which costs ten times as much.
UPDATE counter SET value = value + :by WHERE name = :name
