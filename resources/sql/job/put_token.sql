-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO token (job, sealed) SELECT seq, :sealed FROM job WHERE id = :id
