// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pixelsize.h"

#include <QString>
#include <QXmlStreamReader>

#include <array>

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

} // namespace

std::optional<QSizeF> omePixelSize(QByteArrayView xml)
{
    QXmlStreamReader reader(QByteArray(xml.data(), xml.size()));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != u"Pixels")
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        const std::optional<double> x = lengthOf(attributes, u"PhysicalSizeX"_s);
        const std::optional<double> y = lengthOf(attributes, u"PhysicalSizeY"_s);
        if (!x && !y)
            return std::nullopt;
        return QSizeF(x.value_or(0), y.value_or(0));
    }
    return std::nullopt;
}

} // namespace createzoom
