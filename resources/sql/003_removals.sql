-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever follows the jobs by their revisions is told which are gone; forgotten after a day.
CREATE TABLE removal (
    revision   INTEGER PRIMARY KEY,
    job        TEXT NOT NULL,
    removed_at INTEGER NOT NULL
);
CREATE INDEX removal_age ON removal (removed_at);
