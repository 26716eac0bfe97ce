-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO token (job, sealed) VALUES (:id, :sealed)
