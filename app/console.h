// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace createzoom {

/// A line on standard output or standard error, at once and whole. Any thread.
void printOut(const QString &line);
void printError(const QString &line);
/// Bytes as they are (JSON lines) on standard output.
void printRaw(const QByteArray &bytes);

/// "createzoom: message" on standard error, the detail below it.
void printError(const Error &error);

bool isTerminal(int descriptor);

} // namespace createzoom
