-- SPDX-License-Identifier: GPL-3.0-or-later
-- After the counters of both have been counted up.
INSERT INTO job (id, bucket_job, state, stage, request, created_at, updated_at, revision, place)
VALUES (:id, :bucket_job, :state, :stage, :request, :now, :now,
        (SELECT value FROM counter WHERE name = 'revision'), (SELECT value FROM counter WHERE name = 'last_place'))
