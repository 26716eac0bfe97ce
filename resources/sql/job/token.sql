-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT sealed FROM token WHERE job = (SELECT seq FROM job WHERE id = :id)
