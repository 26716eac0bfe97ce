// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/channelplan.h"

#include "core/imaging/omexml.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using vips::VImage;

namespace createzoom {

namespace {

constexpr int full = 255;

using Colour = std::array<int, 3>;

/// For channels whose file names no colour: those that screens mix from, then their sums.
constexpr std::array defaultColours{Colour{full, 0, 0},
                                    Colour{0, full, 0},
                                    Colour{0, 0, full},
                                    Colour{0, full, full},
                                    Colour{full, 0, full},
                                    Colour{full, full, 0},
                                    Colour{full, full, full}};

struct Layout
{
    std::optional<OmePixels> ome{};
    int count = 1; ///< channels
    bool isByBand = false;
};

Layout layoutOf(const VImage &header, int pages)
{
    Layout layout;
    if (header.get_typeof(VIPS_META_IMAGEDESCRIPTION) != 0)
        layout.ome = readOmeXml(QByteArrayView(header.get_string(VIPS_META_IMAGEDESCRIPTION)));
    layout.isByBand = header.bands() > 1;
    if (layout.isByBand)
        layout.count = header.bands();
    else if (layout.ome)
        layout.count = layout.ome->channelCount;
    else
        layout.count = pages;
    return layout;
}

} // namespace

Result<QList<ChannelPlane>> findChannels(
    const QList<int> &wanted, const VImage &header, const QString &fileName, int page, int pages)
{
    const Layout layout = layoutOf(header, pages);
    const int shown = std::max(0, page);
    QList<ChannelPlane> planes;
    for (const int number : wanted) {
        const int index = number - 1;
        ChannelPlane plane{.info = {.number = number}, .page = shown};
        if (layout.isByBand)
            plane.band = index;
        else if (layout.ome) {
            OmePixels::Plane at = layout.ome->planeOf(shown);
            at.channel = index;
            plane.page = layout.ome->pageOf(at);
        } else {
            plane.page = index;
        }
        if (index >= layout.count || plane.page >= pages)
            return Error{
                ErrorCode::InvalidRequest,
                u"%1 has no channel %2: it has %3"_s.arg(fileName).arg(number).arg(layout.count)};
        plane.info.colour = defaultColours.at(static_cast<size_t>(index) % defaultColours.size());
        if (layout.ome && index < layout.ome->channels.size()) {
            const OmeChannel &channel = layout.ome->channels.at(index);
            plane.info.name = channel.name;
            plane.info.colour = channel.colour.value_or(plane.info.colour);
        }
        planes << plane;
    }
    return planes;
}

VImage mixChannels(const std::vector<VImage> &channels, const QList<ChannelPlane> &planes)
{
    VImage sum;
    for (size_t i = 0; i < channels.size(); ++i) {
        std::vector<double> share;
        for (const int part : planes.at(static_cast<qsizetype>(i)).info.colour)
            share.push_back(part / double(full));
        // Rounded once, at the end.
        const VImage coloured = channels[i].linear(share, {0, 0, 0});
        sum = i == 0 ? coloured : sum + coloured;
    }
    return sum.rint()
        .cast(VIPS_FORMAT_UCHAR)
        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

} // namespace createzoom
