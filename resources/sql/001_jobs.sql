-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements end with a ';' at the end of a line. Times are UTC milliseconds since 1970, 0 = not yet.

-- JobRecord reads the columns of `job` by position: new ones go to the end.
-- A "bucket job" has source and target in buckets. The token is not here, so that no listing can show it.
CREATE TABLE job (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    bucket_job  INTEGER NOT NULL,
    state       TEXT NOT NULL,
    stage       TEXT NOT NULL,
    request     TEXT NOT NULL,
    step        TEXT NOT NULL DEFAULT '{}',
    progress    REAL NOT NULL DEFAULT 0,
    result      TEXT NOT NULL DEFAULT '',
    error       TEXT NOT NULL DEFAULT '{}',
    warnings    TEXT NOT NULL DEFAULT '[]',
    artifact    TEXT NOT NULL DEFAULT '{}',
    attempts    INTEGER NOT NULL DEFAULT 0,
    crashes     INTEGER NOT NULL DEFAULT 0,
    epoch       INTEGER NOT NULL DEFAULT 0,
    worker      TEXT NOT NULL DEFAULT '',
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    started_at  INTEGER NOT NULL DEFAULT 0,
    ended_at    INTEGER NOT NULL DEFAULT 0,
    ready_at    INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER NOT NULL DEFAULT 0,
    revision    INTEGER NOT NULL
);

-- Partial, and none on the state alone: SQLite would take that one and walk through all that wait.
CREATE INDEX job_waiting ON job (stage, seq) WHERE state = 'waiting';
CREATE INDEX job_due ON job (ready_at) WHERE state IN ('retry_wait', 'blocked');
CREATE INDEX job_leased ON job (lease_until) WHERE state IN ('running', 'stopping');
CREATE INDEX job_unfinished ON job (ended_at) WHERE ended_at = 0;
CREATE INDEX job_forgettable ON job (ended_at) WHERE ended_at > 0 AND bucket_job = 1;
CREATE INDEX job_revision ON job (revision);

-- Sealed until its job ends, then empty: a job that had one needs a new one to run again.
CREATE TABLE token (
    job    TEXT PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE idempotency (
    key        TEXT PRIMARY KEY,
    body_hash  TEXT NOT NULL,
    job        TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX idempotency_job ON idempotency (job);
CREATE INDEX idempotency_expires ON idempotency (expires_at);

CREATE TABLE job_log (
    job    TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    line   TEXT NOT NULL,
    PRIMARY KEY (job, number)
) WITHOUT ROWID;

CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO counter (name, value) VALUES ('revision', 0), ('health', 0);
