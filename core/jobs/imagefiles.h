// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace createzoom {

/// Does the name end like an image's? Only a first guess for folders: what is named by hand is
/// always tried.
bool looksLikeImage(const QString &fileName);

/// The files below `folder` that look like images, in natural order (s2 before s10). Hidden ones
/// and links to folders are passed over. `keepGoing` is asked for each file and ends the search
/// when false. Blocks.
QStringList imagesBelow(const QString &folder, const std::function<bool()> &keepGoing = {});

} // namespace createzoom
