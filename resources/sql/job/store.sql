-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE job
SET state = :state, stage = :stage, step = :step, progress = :progress, result = :result, error = :error,
    warnings = :warnings, artifact = :artifact, attempts = :attempts, crashes = :crashes, epoch = :epoch,
    worker = :worker, updated_at = :updated_at, started_at = :started_at, ended_at = :ended_at,
    ready_at = :ready_at, lease_until = :lease_until, revision = :revision, place = :place,
    pause_wanted = :pause_wanted, facts = :facts, steps = :steps
WHERE id = :id
