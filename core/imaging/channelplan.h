// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/imaging/imageinfo.h"

#include <vips/vips8>

#include <QList>
#include <QString>

#include <vector>

namespace createzoom {

/// Where a channel of a fluorescence image lies.
struct ChannelPlane
{
    ChannelInfo info{};
    int page = 0;
    int band = 0; ///< of the page
};

/// Finds the channels, numbered from 1, of the section and time that `page` shows (-1 = the first):
/// planes by the OME-XML of the file, else the bands of its page, else its pages. `header` is that
/// of the page.
Result<QList<ChannelPlane>> findChannels(const QList<int> &wanted,
                                         const vips::VImage &header,
                                         const QString &fileName,
                                         int page,
                                         int pages);

/// The sum of 8-bit grey images, each in its colour: what is bright in two channels shows both.
vips::VImage mixChannels(const std::vector<vips::VImage> &channels,
                         const QList<ChannelPlane> &planes);

} // namespace createzoom
