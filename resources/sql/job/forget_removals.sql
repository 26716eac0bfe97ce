-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM removal WHERE removed_at <= :before
