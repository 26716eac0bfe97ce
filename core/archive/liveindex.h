// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/tilesource.h"

#include <QString>

#include <memory>

namespace createzoom {

/// The tiles of an archive that somebody is still writing: it has no directory yet, so the entries
/// are found by their local headers, as far as they are complete. NotFound while the descriptor,
/// the first entry, is not. The source grows until the directory begins or the file is removed; a
/// renamed file is read on. Whatever the bytes are, a tile is as it was written or an error.
Result<std::unique_ptr<TileSource>> openGrowingArchive(const QString &path);

} // namespace createzoom
