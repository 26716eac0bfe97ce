// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace createzoom {

/// Writes the levels of the archive `from` that are at most `longestSide` pixels a side as an
/// archive of its own: the same picture, small. Nothing stays of a copy that failed.
Result<void> writeSmallCopy(const QString &from, const QString &to, int longestSide);

} // namespace createzoom
