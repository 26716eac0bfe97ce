-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE job
SET lease_until = :lease_until, step = :step, progress = max(progress, :progress), updated_at = :now, revision = :revision
WHERE id = :id
