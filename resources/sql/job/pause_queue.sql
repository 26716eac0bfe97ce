-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE counter SET value = :paused WHERE name = 'queue_paused'
