// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/omexml.h"

#include <QString>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct Unit
{
    QStringView name;
    double micrometres = 0;
};

/// Of OME's UnitsLength those that a microscope or scanner writes. Both spellings of micro are in
/// use.
constexpr std::array units{
    Unit{u"\u00b5m", 1},
    Unit{u"\u03bcm", 1},
    Unit{u"um", 1},
    Unit{u"nm", 1e-3},
    Unit{u"\u00c5", 1e-4},
    Unit{u"mm", 1e3},
    Unit{u"cm", 1e4},
    Unit{u"m", 1e6},
    Unit{u"pm", 1e-6},
    Unit{u"in", 25'400},
};

std::optional<double> lengthOf(const QXmlStreamAttributes &attributes, const QString &name)
{
    bool isNumber = false;
    const double value = attributes.value(name).toDouble(&isNumber);
    const auto unitText = attributes.value(name + u"Unit"_s);
    if (!isNumber || !(value > 0))
        return std::nullopt;
    if (unitText.isEmpty())
        return value;
    for (const Unit &unit : units) {
        if (unitText == unit.name)
            return value * unit.micrometres;
    }
    return std::nullopt;
}

int countOf(const QXmlStreamAttributes &attributes, const QString &name)
{
    constexpr int most = 1 << 20;
    return std::clamp(attributes.value(name).toInt(), 1, most);
}

/// OME's colours are one signed number: red, green, blue, opacity from the highest byte on.
std::optional<std::array<int, 3>> colourOf(const QXmlStreamAttributes &attributes)
{
    bool isNumber = false;
    const auto bits = static_cast<quint32>(attributes.value(u"Color"_s).toInt(&isNumber));
    if (!isNumber)
        return std::nullopt;
    constexpr quint32 byte = 0xFF;
    return std::array{static_cast<int>(bits >> 24),
                      static_cast<int>(bits >> 16 & byte),
                      static_cast<int>(bits >> 8 & byte)};
}

void takePixels(const QXmlStreamAttributes &attributes, OmePixels &pixels)
{
    pixels.pixelSize = QSizeF(lengthOf(attributes, u"PhysicalSizeX"_s).value_or(0),
                              lengthOf(attributes, u"PhysicalSizeY"_s).value_or(0));
    if (attributes.hasAttribute(u"DimensionOrder"_s))
        pixels.order = attributes.value(u"DimensionOrder"_s).toString();
    pixels.channelCount = countOf(attributes, u"SizeC"_s);
    pixels.depth = countOf(attributes, u"SizeZ"_s);
    pixels.times = countOf(attributes, u"SizeT"_s);
}

void takeChannel(const QXmlStreamAttributes &attributes, OmePixels &pixels)
{
    const int samples = countOf(attributes, u"SamplesPerPixel"_s);
    pixels.channelCount = std::max(1, pixels.channelCount - (samples - 1));
    pixels.channels << OmeChannel{attributes.value(u"Name"_s).toString(), colourOf(attributes)};
}

void takePage(const QXmlStreamAttributes &attributes, OmePixels &pixels)
{
    if (!attributes.hasAttribute(u"IFD"_s) || attributes.value(u"PlaneCount"_s).toInt() > 1)
        return;
    pixels.listed << std::pair(OmePixels::Plane{attributes.value(u"FirstC"_s).toInt(),
                                                attributes.value(u"FirstZ"_s).toInt(),
                                                attributes.value(u"FirstT"_s).toInt()},
                               attributes.value(u"IFD"_s).toInt());
}

bool isSame(const OmePixels::Plane &a, const OmePixels::Plane &b)
{
    return a.channel == b.channel && a.z == b.z && a.time == b.time;
}

} // namespace

int OmePixels::pageOf(const Plane &plane) const
{
    for (const auto &[known, page] : listed) {
        if (isSame(known, plane))
            return page;
    }
    qint64 page = 0;
    qint64 step = 1;
    for (const QChar axis : order) {
        const bool isChannel = axis == u'C';
        if (!isChannel && axis != u'Z' && axis != u'T')
            continue;
        page += step * (isChannel ? plane.channel : axis == u'Z' ? plane.z : plane.time);
        step *= isChannel ? channelCount : axis == u'Z' ? depth : times;
    }
    return static_cast<int>(std::min<qint64>(page, std::numeric_limits<int>::max()));
}

OmePixels::Plane OmePixels::planeOf(int page) const
{
    for (const auto &[plane, known] : listed) {
        if (known == page)
            return plane;
    }
    Plane plane;
    for (const QChar axis : order) {
        const bool isChannel = axis == u'C';
        if (!isChannel && axis != u'Z' && axis != u'T')
            continue;
        const int size = isChannel ? channelCount : axis == u'Z' ? depth : times;
        (isChannel ? plane.channel : axis == u'Z' ? plane.z : plane.time) = page % size;
        page /= size;
    }
    return plane;
}

/// The first image of the document: others are labels and overviews.
std::optional<OmePixels> readOmeXml(QByteArrayView xml)
{
    QXmlStreamReader reader(QByteArray(xml.data(), xml.size()));
    std::optional<OmePixels> pixels;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::EndElement && reader.name() == u"Pixels")
            break;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"Pixels")
            takePixels(reader.attributes(), pixels.emplace());
        else if (pixels && reader.name() == u"Channel")
            takeChannel(reader.attributes(), *pixels);
        else if (pixels && reader.name() == u"TiffData")
            takePage(reader.attributes(), *pixels);
    }
    return pixels;
}

} // namespace createzoom
