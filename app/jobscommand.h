// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// `createzoom jobs [list|show|logs|cancel|retry|pause|resume|remove|move|set]`: the jobs of a
/// server, seen and steered. Each verb is one call of /api/v1, as each action of the window is.
int runJobs(const QStringList &arguments);

} // namespace createzoom
