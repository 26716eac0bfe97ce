// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <QFile>
#include <QString>

namespace createzoom {

/// Everything of `from` into `to`, both open and unbuffered; inside the kernel, and without copying
/// where the file system can share blocks. Returns the number of bytes. Not synced. Progress:
/// bytes.
Result<qint64>
copyFile(QFile &from, QFile &to, StepProgress::Phase phase, const StepControl &control);

/// Hex, of a file that is open at its beginning.
Result<QString> md5OfFile(QFile &file, const StepControl &control);

} // namespace createzoom
