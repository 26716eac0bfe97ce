// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace createzoom {

/// Opens the window with files to add; only `createzoom` has one. Gets argc and argv for
/// QApplication.
using WindowFace = std::function<int(int &argc, char **argv, const QStringList &files)>;

/// "CreateZoom 0.1.0 (Qt 6.4.2, libvips 8.14.1)"
QString versionText();

/// The whole command line of both programs: finds the verb and runs it. Without a verb it is the
/// window, or, where there is none (`createzoomd`), the server. Returns the exit code.
int runCommandLine(int argc, char **argv, const WindowFace &window = {});

} // namespace createzoom
