// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// `createzoom convert`: the command line's own conversions, and the child that decodes for the
/// service. Needs a QCoreApplication; runs its event loop. Returns the exit code.
int runConvert(const QStringList &arguments);

/// `createzoom watch DIR`: converts images as they arrive, until SIGINT or SIGTERM.
int runWatch(const QStringList &arguments);

} // namespace createzoom
