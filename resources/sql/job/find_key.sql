-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT body_hash, job FROM idempotency WHERE key = :key AND expires_at > :now
