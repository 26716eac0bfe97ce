-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM token WHERE job = :id
