-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs have a place in the queue, can be paused, and remember their steps and what is known of their image.

-- Waiting jobs are claimed by place, the smallest first. No two jobs ever have the same: new places come from the
-- counters (behind all others, before all others), and neighbours swap theirs.
ALTER TABLE job ADD COLUMN place REAL NOT NULL DEFAULT 0;
-- While it runs: its worker is asked to let go of it.
ALTER TABLE job ADD COLUMN pause_wanted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
ALTER TABLE job ADD COLUMN steps TEXT NOT NULL DEFAULT '[]';

UPDATE job SET place = seq;
INSERT INTO counter (name, value)
VALUES ('last_place', (SELECT coalesce(max(seq), 0) FROM job)), ('first_place', 0), ('queue_paused', 0);

DROP INDEX job_waiting;
CREATE INDEX job_waiting ON job (stage, place) WHERE state = 'waiting';
CREATE INDEX job_queued ON job (place) WHERE state IN ('waiting', 'paused', 'retry_wait', 'blocked', 'needs_token');
