// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <array>

namespace createzoom {

/// A channel of a fluorescence image that is shown in a colour of its own.
struct ChannelInfo
{
    int number = 1; ///< from 1
    QString name{}; ///< "DAPI"; empty when the file does not say
    std::array<int, 3> colour{}; ///< RGB
    QString range{}; ///< what was done to it: "0...4095 to 0...255"; empty = nothing
};

/// What is known of an image without decoding it. A plain value.
struct ImageInfo
{
    QSize size{}; ///< pixels as a person sees them: page chosen, orientation applied
    int bands = 0; ///< of the source: 1 grey, 3 colour, 4 colour and alpha or CMYK, ...
    QString loader{}; ///< libvips' word for the format: "tiffload"
    QString sampleFormat{}; ///< of the source: "uchar", "ushort", "float", ...
    int pages = 1;
    int page = 0; ///< 0-based, the one that is read
    QSizeF pixelSize{0, 0}; ///< micrometres per pixel; 0 = unknown
    QString pixelSizeSource{}; ///< "TIFF resolution", "OME-XML", "OpenSlide"; empty = unknown
    QString colour{}; ///< what was done to the colours: "ICC profile to sRGB"; empty = nothing
    QString range{}; ///< what was done to the range: "0...4095 to 0...255"; empty = nothing
    QList<ChannelInfo> channels{}; ///< those asked for
    QStringList warnings{};
};

} // namespace createzoom
