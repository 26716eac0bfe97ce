// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screenshots/section.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr QSize sectionSize(24'000, 18'000);
constexpr double micrometres = 0.46;
constexpr double spacing = 42; ///< of cells, in pixels
constexpr double borderWidth = 9; ///< of regions, in thousandths of the height

struct Region
{
    QPainterPath path;
    QColor tissue;
    double density; ///< of cells, 0...1
};

/// Both halves of what is drawn for the left one. Units: a thousandth of the height.
QPainterPath mirrored(const QPainterPath &left)
{
    const QTransform turn = QTransform().translate(1333, 0).scale(-1, 1);
    return left | turn.map(left);
}

QPainterPath outline(double inset)
{
    QPainterPath path({667, 170 + inset});
    path.cubicTo(540, 60 + inset, 330 + inset, 90 + inset, 200 + inset, 270 + inset * 0.7);
    path.cubicTo(90 + inset, 430, 110 + inset, 700 - inset, 290 + inset * 0.7, 800 - inset);
    path.cubicTo(420, 880 - inset, 560, 790 - inset, 667, 850 - inset);
    path.closeSubpath();
    return mirrored(path);
}

QPainterPath bow(double top, double width, double thick)
{
    QPainterPath path({667, top});
    path.cubicTo(590, top - 70, 667 - width, top - 30, 667 - width * 1.25, top + 130);
    path.cubicTo(667 - width, top + 40, 600, top + thick - 60, 667, top + thick);
    path.closeSubpath();
    return mirrored(path);
}

QPainterPath disc(QPointF middle, double width, double height)
{
    QPainterPath path;
    path.addEllipse(middle, width, height);
    return mirrored(path);
}

std::vector<Region> makeRegions()
{
    QPainterPath curl({430, 470});
    curl.cubicTo(420, 380, 560, 360, 630, 430);
    curl.cubicTo(600, 410, 470, 400, 452, 475);
    curl.closeSubpath();
    return {{outline(0), QColor(228, 222, 233), 0.35},
            {outline(12), QColor(222, 215, 230), 0.85},
            {outline(48), QColor(224, 217, 231), 0.7},
            {outline(74), QColor(219, 211, 228), 0.95},
            {outline(108), QColor(225, 219, 232), 0.6},
            {bow(300, 330, 36), QColor(236, 231, 236), 0.12},
            {outline(190), QColor(226, 220, 232), 0.5},
            {disc({500, 560}, 92, 112), QColor(222, 215, 230), 0.75},
            {mirrored(curl), QColor(196, 184, 214), 1.0},
            {disc({585, 400}, 46, 14), QColor(246, 244, 242), 0},
            {disc({667, 640}, 12, 90), QColor(246, 244, 242), 0},
            {disc({330, 700}, 54, 40), QColor(219, 212, 228), 0.9}};
}

const std::vector<Region> &regions()
{
    static const std::vector<Region> all = makeRegions();
    return all;
}

constexpr int mapScale = 2; ///< pixels of the map for a unit

/// The index of the region at each place; a question of all paths for each cell would take too
/// long.
QImage makeMap()
{
    QImage map(1334 * mapScale, 1000 * mapScale, QImage::Format_RGB32);
    map.fill(qRgb(0, 0, 0));
    QPainter painter(&map);
    painter.scale(mapScale, mapScale);
    int number = 0;
    for (const Region &region : regions())
        painter.fillPath(region.path, QColor::fromRgb(0, 0, ++number));
    return map;
}

double densityAt(QPointF place)
{
    static const QImage map = makeMap();
    const QPoint at = (place * mapScale).toPoint();
    const int number = map.valid(at) ? qBlue(map.pixel(at)) : 0;
    return number > 0 ? regions().at(size_t(number - 1)).density : 0;
}

/// `area` and what is painted: pixels of the whole image.
void paintCells(QPainter &painter, const QRectF &area, double unit)
{
    painter.setPen(Qt::NoPen);
    for (int row = int(area.top() / spacing) - 1; row * spacing < area.bottom(); ++row) {
        for (int column = int(area.left() / spacing) - 1; column * spacing < area.right();
             ++column) {
            QRandomGenerator random(quint32(row * 7919 + column));
            const QPointF at((column + random.generateDouble()) * spacing,
                             (row + random.generateDouble()) * spacing);
            // Borders in a brain are not drawn with a pen.
            const QPointF blur(random.generateDouble() - 0.5, random.generateDouble() - 0.5);
            if (random.generateDouble() > densityAt(at / unit + blur * borderWidth))
                continue;
            const double size = 9 + 10 * random.generateDouble();
            painter.setBrush(QColor(74, 52, 132, 120 + random.bounded(110)));
            painter.drawEllipse(at, size, size * (0.6 + 0.4 * random.generateDouble()));
        }
    }
}

} // namespace

SectionTiles::SectionTiles(double part)
    : TileSource({PyramidLayout(sectionSize, 254, 1), TileFormat::Jpeg}, {micrometres, micrometres})
    , m_part(part)
{}

Result<QByteArray> SectionTiles::tile(const TileAddress &tile)
{
    const PyramidLayout &layout = descriptor().layout;
    const QRect rect = layout.tileRect(tile);
    const double scale = double(layout.levelSize(tile.level).height()) / sectionSize.height();
    if ((rect.bottom() + 1) / scale > m_part * sectionSize.height() + 1)
        return Error{ErrorCode::NotFound, u"not there yet"_s};

    QImage image(rect.size(), QImage::Format_RGB32);
    image.fill(QColor(246, 244, 242));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-rect.topLeft());
    painter.scale(scale, scale);
    const double unit = sectionSize.height() / 1000.0;
    painter.save();
    painter.scale(unit, unit);
    for (const Region &region : regions())
        painter.fillPath(region.path, region.tissue);
    painter.restore();
    paintCells(painter, QRectF(QPointF(rect.topLeft()) / scale, QSizeF(rect.size()) / scale), unit);
    painter.end();

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", 85);
    return bytes;
}

} // namespace createzoom
