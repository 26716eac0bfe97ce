// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace createzoom {

/// Writes a picture of at most `side` pixels a side of the pyramid `archive` as PNG: what file
/// managers show. Reads only the level that is just large enough. Blocks.
Result<void> writeThumbnail(const QString &archive, const QString &png, int side);

} // namespace createzoom
