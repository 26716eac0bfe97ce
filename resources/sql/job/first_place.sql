-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE counter SET value = value - 1 WHERE name = 'first_place' RETURNING value
