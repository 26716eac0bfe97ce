// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace createzoom {

/// `createzoom thumbnail [--size N] ARCHIVE PNG`: a small picture, for file managers.
int runThumbnail(const QStringList &arguments);

} // namespace createzoom
