-- SPDX-License-Identifier: GPL-3.0-or-later
-- A row when the job has the object now: nobody had it, it did, or who had it has ended.
INSERT INTO reservation (object, job) VALUES (:object, :id)
ON CONFLICT (object) DO UPDATE SET job = excluded.job
WHERE reservation.job = excluded.job OR (SELECT ended_at FROM job WHERE id = reservation.job) > 0
RETURNING 1
