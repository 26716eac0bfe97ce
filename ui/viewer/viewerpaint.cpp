// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerpaint.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int margin = 12;
constexpr int padding = 8;
constexpr int longestMapSide = 200;
constexpr double longestBar = 150;
constexpr double radius = 4;

/// Dark enough for white text on any picture.
const QColor plate(0, 0, 0, 170);

QString lengthText(double micrometres)
{
    constexpr double millimetre = 1000;
    const QLocale locale;
    return micrometres >= millimetre ? locale.toString(micrometres / millimetre) + u" mm"_s
                                     : locale.toString(micrometres) + u" \u00b5m"_s;
}

void paintPlate(QPainter &painter, const QRect &box)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(box, radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(Qt::white);
}

} // namespace

ScaleBar scaleBarFor(double scale, double micrometresPerPixel)
{
    const bool isKnown = micrometresPerPixel > 0;
    const double unit = isKnown ? scale / micrometresPerPixel : scale; // pixels for one
    const double most = longestBar / unit;
    double length = std::pow(10, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0}) {
        if (length * factor <= most) {
            length *= factor;
            break;
        }
    }
    return {length * unit,
            isKnown ? lengthText(length)
                    : QCoreApplication::translate("createzoom::ViewerWidget", "%1 px")
                          .arg(QLocale().toString(length))};
}

void paintScaleBar(QPainter &painter, const QRect &widget, const ScaleBar &bar)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int width
        = std::max(static_cast<int>(std::ceil(bar.pixels)), metrics.horizontalAdvance(bar.text));
    constexpr int line = 3;
    constexpr int gap = 4;
    const int height = metrics.height() + gap + line;
    const QRect box(widget.left() + margin,
                    widget.bottom() + 1 - margin - height - 2 * padding,
                    width + 2 * padding,
                    height + 2 * padding);
    paintPlate(painter, box);
    const QRect inner = box.adjusted(padding, padding, -padding, -padding);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignHCenter, bar.text);
    const double left = inner.left() + (inner.width() - bar.pixels) / 2;
    painter.fillRect(QRectF(left, inner.bottom() + 1 - line, bar.pixels, line), Qt::white);
}

QRect mapRect(const QRect &widget, QSizeF image)
{
    if (widget.width() < 2 * longestMapSide || widget.height() < 3 * longestMapSide / 2)
        return {};
    const QSize size = image.scaled(longestMapSide, longestMapSide, Qt::KeepAspectRatio)
                           .toSize()
                           .expandedTo({1, 1});
    return {widget.right() + 1 - margin - size.width(),
            widget.bottom() + 1 - margin - size.height(),
            size.width(),
            size.height()};
}

ViewTransform mapView(const ViewTransform &view, QSizeF image, const QRect &map)
{
    ViewTransform small(image, map.size(), view.devicePixels());
    small.turn(view.quarterTurns());
    small.fit();
    return small;
}

void paintMapPlate(QPainter &painter, const QRect &map)
{
    constexpr int border = 3;
    paintPlate(painter, map.adjusted(-border, -border, border, border));
}

void paintMapFrame(QPainter &painter, const QRect &map, const QRectF &visible)
{
    QRectF frame = visible;
    constexpr double smallest = 8;
    if (frame.width() < smallest || frame.height() < smallest) {
        const QPointF centre = frame.center();
        frame.setSize(frame.size().expandedTo({smallest, smallest}));
        frame.moveCenter(centre);
    }
    frame = frame.toAlignedRect() & map;
    painter.setBrush(Qt::NoBrush);
    // Seen on any picture: a light line on a dark one.
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(frame);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawRect(frame);
}

void paintNote(QPainter &painter, const QRect &widget, const QString &text)
{
    const QRect bounds = painter.boundingRect(widget, Qt::AlignTop | Qt::AlignLeft, text);
    const QRect box(margin, margin, bounds.width() + 2 * padding, bounds.height() + 2 * padding);
    paintPlate(painter, box);
    painter.drawText(
        box.adjusted(padding, padding, -padding, -padding), Qt::AlignTop | Qt::AlignLeft, text);
}

} // namespace createzoom
