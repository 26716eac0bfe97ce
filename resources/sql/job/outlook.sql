-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1 FROM json_each(:stages) AS wanted
               WHERE EXISTS (SELECT 1 FROM job WHERE state = 'waiting' AND stage = wanted.value)),
       (SELECT min(ready_at) FROM job WHERE state IN ('retry_wait', 'blocked')),
       (SELECT min(lease_until) FROM job WHERE state IN ('running', 'stopping'))
