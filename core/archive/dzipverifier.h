// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace createzoom {

/// What was found in an archive. It keeps contract "dzip" when `breaches` is empty.
struct VerifyReport
{
    QString innerName{};
    QSize size{}; ///< pixels of the full level
    int levels = 0;
    qint64 tiles = 0;
    qint64 entries = 0;
    qint64 bytes = 0;
    QStringList breaches{};
    QStringList warnings{}; ///< allowed, yet some reader will fail

    bool isValid() const { return breaches.isEmpty(); }
};

/// Reads the whole archive once, from front to back, and checks every rule: directory, local
/// headers, CRCs, names, descriptor, complete tile grid, each tile's size and kind. `innerName` is
/// what the names inside must begin with; empty = the file's name without ".dzip", or as a ".szi"
/// has it. An error means that the file cannot be read at all. Progress: bytes, phase Packing.
/// Shares no code with the writer.
Result<VerifyReport>
verifyDzip(const QString &path, const QString &innerName, const StepControl &control);

} // namespace createzoom
