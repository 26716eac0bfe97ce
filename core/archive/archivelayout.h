// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace createzoom {

/// How a pyramid lies on the disk.
enum class ArchiveLayout {
    Dzip, ///< contract "dzip": one stored ZIP
    Szi, ///< the same below one folder, as SlideZoom and OpenSeadragon's szi-tile-source read it
    Dzi, ///< a plain folder of tiles beside its .dzi
};

/// Of the file that stands for the whole: ".dzip", ".szi", ".dzi".
QString layoutSuffix(ArchiveLayout layout);
/// "dzip", "szi", "dzi"; false for another word.
bool layoutFromName(const QString &name, ArchiveLayout &layout);
/// What the names inside begin with.
QString innerStem(ArchiveLayout layout, const QString &innerName);

} // namespace createzoom
