-- SPDX-License-Identifier: GPL-3.0-or-later
-- The row stays and says that there was one.
UPDATE token SET sealed = x'' WHERE job = (SELECT seq FROM job WHERE id = :id)
