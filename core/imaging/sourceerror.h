// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace createzoom {

/// The error for an image that a loader took and then could not read, from libvips' words.
Error sourceError(const QString &fileName, const QString &detail);

/// The error for a file that no loader takes: the vendor formats that are known get a sentence that
/// says what to export. `path` is opened to look at its first bytes.
Error unknownFormatError(const QString &path, const QString &fileName);

/// Of an image that is one of several files, and was found without the others: the file alone holds
/// an overview at best, which no loader can tell from the slide.
std::optional<Error> missingPartsError(const QString &fileName, const QByteArray &loader);

} // namespace createzoom
