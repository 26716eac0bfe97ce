-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM (
    SELECT 1 FROM job
    WHERE state = 'waiting' AND stage = 'process' AND json_extract(artifact, '$.path') <> ''
    LIMIT :limit)
