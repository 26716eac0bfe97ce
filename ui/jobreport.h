// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace createzoom {

struct JobRow;

/// All that is known of the jobs, as text to send to somebody who can help; without secrets.
QString reportOf(const QList<const JobRow *> &rows);
/// Name and path of each, a line each.
QString namesOf(const QList<const JobRow *> &rows);

} // namespace createzoom
