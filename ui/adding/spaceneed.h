// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adding/addchoice.h"
#include "ui/adding/imagescan.h"

#include <QString>

namespace createzoom {

/// What archives will take of a disk, and what is free there.
struct SpaceNeed
{
    qint64 bytes = 0;
    qint64 freeBytes = -1; ///< -1: not known
    QString folder{}; ///< on that disk

    bool isShort() const { return freeBytes >= 0 && bytes > freeBytes; }
};

/// About what an archive takes at most: by the kind of its source and the options. Pure.
qint64 archiveNeed(const FoundImage &image, const ConversionOptions &options);

/// The disk that will be the fullest of those that archives go to. Those for a bucket are made in
/// `workFolder` first. Blocks.
SpaceNeed measureSpace(const ImageScan &scan, const AddChoice &choice, const QString &workFolder);

/// "Needs about 96 GB; 312 GB are free on /data", or that it will not fit. Empty when nothing is
/// needed.
QString spaceText(const SpaceNeed &need);

} // namespace createzoom
