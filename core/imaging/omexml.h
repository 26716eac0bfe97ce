// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QSizeF>
#include <QString>

#include <array>
#include <optional>

namespace createzoom {

struct OmeChannel
{
    QString name{};
    std::optional<std::array<int, 3>> colour{}; ///< RGB
};

/// What the Pixels element of an OME-XML says (OME schema 2016-06). Sizes are at least 1.
struct OmePixels
{
    struct Plane
    {
        int channel = 0; ///< all from 0
        int z = 0;
        int time = 0;
    };

    QSizeF pixelSize{0, 0}; ///< micrometres; 0 = unknown
    QString order = QStringLiteral("XYCZT");
    int channelCount = 1; ///< planes of a point in space and time: three samples of RGB are one
    int depth = 1;
    int times = 1;
    QList<OmeChannel> channels{};
    QList<std::pair<Plane, int>> listed{}; ///< planes whose page is told

    /// The page of a TIFF file that holds a plane, from 0, and the other way round.
    int pageOf(const Plane &plane) const;
    Plane planeOf(int page) const;
};

/// Nothing when the text is no OME-XML.
std::optional<OmePixels> readOmeXml(QByteArrayView xml);

} // namespace createzoom
