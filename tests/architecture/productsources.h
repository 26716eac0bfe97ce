// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace createzoom {

/// The C++ files below the `folders` of the checkout, from the root ("core/base/error.h"), sorted.
QStringList sourcesBelow(const QStringList &folders);

/// A file of the checkout as text; empty when it cannot be read.
QString sourceText(const QString &path);

} // namespace createzoom
