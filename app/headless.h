// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings.h"

#include <QCommandLineParser>
#include <QStringList>

namespace createzoom {

/// `createzoom --server`, `createzoom --worker`, `createzoomd`: runs Services until SIGTERM or
/// SIGINT. Needs a QCoreApplication.
int runServer(const QStringList &arguments);

} // namespace createzoom
