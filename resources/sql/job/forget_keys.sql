-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM idempotency WHERE expires_at <= :now
