-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which job makes the archive that an object will be: two jobs of one name must not meet in a bucket. Holds as long as
-- the job has not ended.
CREATE TABLE reservation (
    object TEXT PRIMARY KEY, -- bucket/path
    job    TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX reservation_job ON reservation (job);
