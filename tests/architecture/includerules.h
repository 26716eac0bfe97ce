// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace createzoom {

/// What the file at `path` (from the root, "core/base/error.h") may not include of `headers`, as
/// they stand between quotes or angle brackets; a sentence each. The rules are tables in
/// includerules.cpp.
QStringList includeBreaches(const QString &path, const QStringList &headers);

/// The headers that C++ source text includes, in order.
QStringList includedHeaders(const QString &source);

} // namespace createzoom
