// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"

#include <QString>

class QFile;

namespace createzoom {

/// What a file's last failure means: DiskFull or Io. `attempt` is the sentence's start, "s012.tif
/// could not be written"; the path stays in the detail.
Error fileError(const QFile &file, const QString &attempt);

/// All bytes so far are on the disk, not only in the kernel.
Result<void> syncToDisk(QFile &file, const QString &attempt);

} // namespace createzoom
