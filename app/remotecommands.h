// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// `createzoom jobs [--server URL] [--token-file FILE] [--state STATE]... [--search WORDS] [--limit
/// N] [--json]`: the jobs of a server, the newest first.
int runJobs(const QStringList &arguments);

/// `createzoom workers [--server URL] [--token-file FILE] [--json]`: who works for a server, and
/// what each is at.
int runWorkers(const QStringList &arguments);

} // namespace createzoom
