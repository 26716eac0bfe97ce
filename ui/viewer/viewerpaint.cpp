// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerpaint.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int margin = 12;
constexpr int padding = 6;
constexpr int longestMapSide = 180;
constexpr double longestBar = 150;

const QColor plate(0, 0, 0, 150);

QString lengthText(double micrometres)
{
    constexpr double millimetre = 1000;
    const QLocale locale;
    return micrometres >= millimetre ? locale.toString(micrometres / millimetre) + u" mm"_s
                                     : locale.toString(micrometres) + u" \u00b5m"_s;
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
    constexpr int line = 4;
    const int height = metrics.height() + line + padding;
    const QRect box(widget.left() + margin,
                    widget.bottom() - margin - height - 2 * padding,
                    width + 2 * padding,
                    height + 2 * padding);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(Qt::white);
    const QRect inner = box.adjusted(padding, padding, -padding, -padding);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignHCenter, bar.text);
    painter.fillRect(
        QRectF(inner.center().x() - bar.pixels / 2, inner.bottom() - line + 1, bar.pixels, line),
        Qt::white);
}

QRect mapRect(const QRect &widget, QSize image)
{
    const QSize size
        = image.scaled(longestMapSide, longestMapSide, Qt::KeepAspectRatio).expandedTo({1, 1});
    if (widget.width() < 2 * longestMapSide || widget.height() < 2 * longestMapSide)
        return {};
    return {widget.right() - margin - size.width(),
            widget.bottom() - margin - size.height(),
            size.width(),
            size.height()};
}

void paintMap(
    QPainter &painter, const QRect &map, const QImage &overview, QSize image, const QRectF &visible)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRect(map.adjusted(-2, -2, 2, 2));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(map, overview);
    const double x = double(map.width()) / image.width();
    const double y = double(map.height()) / image.height();
    QRectF frame(map.left() + visible.left() * x,
                 map.top() + visible.top() * y,
                 visible.width() * x,
                 visible.height() * y);
    constexpr double smallest = 6;
    if (frame.width() < smallest || frame.height() < smallest) {
        const QPointF centre = frame.center();
        frame.setSize(frame.size().expandedTo({smallest, smallest}));
        frame.moveCenter(centre);
    }
    painter.setBrush(Qt::NoBrush);
    // Seen on any picture: a light line on a dark one.
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(frame);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawRect(frame);
}

} // namespace createzoom
