-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom to tell of the end of a job, sealed; gone once that is done, or given up.
CREATE TABLE callback (
    job    TEXT PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL,
    due_at INTEGER NOT NULL DEFAULT 0, -- 0: the job has not ended
    tries  INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX callback_due ON callback (due_at) WHERE due_at > 0;
