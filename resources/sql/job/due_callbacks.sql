-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT job, sealed, tries + 1 FROM callback WHERE due_at > 0 AND due_at <= :now ORDER BY due_at LIMIT :limit
