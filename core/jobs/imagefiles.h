// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace createzoom {

/// Does the name end like an image's? Only a first guess for folders: what is named by hand is
/// always tried.
bool looksLikeImage(const QString &fileName);

/// Hears how many images were found so far, for each file that is looked at; false ends the search.
using SearchProgress = std::function<bool(qsizetype found)>;

/// The files below `folder` that look like images, in natural order (s2 before s10). Passed over
/// are hidden files, links to folders (they may lead in a circle), the tiles of plain Deep Zoom
/// folders (`x_files` beside `x.dzi`), and the parts of a slide that a .vms or .vmu file names.
/// Blocks.
QStringList imagesBelow(const QString &folder, const SearchProgress &keepGoing = {});

} // namespace createzoom
