-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which job makes which archive: two jobs of one name must not meet in a bucket or folder. Holds as long as the job has not
-- ended.
CREATE TABLE reservation (
    object TEXT PRIMARY KEY, -- bucket/path, or a path of this machine
    job    TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX reservation_job ON reservation (job);
