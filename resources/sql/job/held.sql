-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT state, pause_wanted FROM job WHERE id = :id AND epoch = :epoch AND worker = :worker
  AND state IN ('running', 'stopping')
