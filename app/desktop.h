// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// The window with the services inside: the same engine, workers and REST interface as `--server`,
/// on loopback. Makes the QApplication; returns the exit code.
int runDesktop(int &argc, char **argv, const QStringList &files);

} // namespace createzoom
