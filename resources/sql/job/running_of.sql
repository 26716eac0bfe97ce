-- SPDX-License-Identifier: GPL-3.0-or-later
-- The list of states names the index job_leased.
SELECT count(*) FROM job
WHERE state IN ('running', 'stopping') AND stage = :stage AND json_extract(request, '$.submitter') = :submitter
