// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// `createzoom queue [pause|resume] [--download N] [--process N] [--upload N]`: whether a server
/// begins jobs, and how many at a time.
int runQueue(const QStringList &arguments);

/// `createzoom workers`: who works for a server, and what each is at.
int runWorkers(const QStringList &arguments);

} // namespace createzoom
