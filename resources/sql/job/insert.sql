-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO job (id, bucket_job, state, stage, request, created_at, updated_at, revision, place)
VALUES (:id, :bucket_job, :state, :stage, :request, :now, :now, :revision, :place)
