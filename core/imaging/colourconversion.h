// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/samplerange.h"

#include <vips/vips8>

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace createzoom {

/// The bands of an image by their meaning.
struct Channels
{
    vips::VImage colour{};
    std::optional<vips::VImage> alpha{};
    QStringList warnings{};
};

/// An image turned into 8-bit sRGB, and what was done to it.
struct DisplayImage
{
    vips::VImage image{};
    QString colour{};
    QString range{};
    QStringList ranges{}; ///< of each channel, where several are mixed
    QStringList warnings{};
};

/// Colour bands and transparency apart; bands that are neither are dropped with a warning.
Channels splitChannels(const vips::VImage &image);

/// Whether the colours have no range of their own, so that toDisplay() needs the real one:
/// everything that is not 8-bit unsigned, except spaces such as Lab whose numbers have a meaning.
bool needsRange(const vips::VImage &colour);

/// Whether an image is what toDisplay() would make of it: 8-bit sRGB of three bands.
bool isDisplayReady(const vips::VImage &image);

/// One band in 8 bits by its range, which `text` tells. Lazy.
vips::VImage toGrey(const vips::VImage &band, const SampleRange &range, QString &text);

/// 8-bit sRGB of three bands, opaque over `background`. Lazy: nothing is decoded here. May throw
/// vips::VError.
DisplayImage
toDisplay(const Channels &channels, const SampleRange &range, const std::array<int, 3> &background);

} // namespace createzoom
