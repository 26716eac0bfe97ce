-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO idempotency (key, body_hash, job, expires_at) VALUES (:key, :body_hash, :id, :expires_at)
