-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO removal (revision, job, removed_at) VALUES (:revision, :id, :now)
