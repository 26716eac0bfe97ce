-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO callback (job, sealed) VALUES (:id, :sealed)
