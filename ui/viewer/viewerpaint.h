// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/viewtransform.h"

#include <QImage>
#include <QPainter>
#include <QSizeF>
#include <QString>

namespace createzoom {

/// A length that a scale bar shows.
struct ScaleBar
{
    double pixels = 0; ///< logical, on the screen
    QString text{}; ///< "200 µm"
};

/// The longest of 1, 2, 5, 10, ... that is at most 150 pixels; in pixels of the image when their
/// size (micrometres) is unknown.
ScaleBar scaleBarFor(double scale, double micrometresPerPixel);
void paintScaleBar(QPainter &painter, const QRect &widget, const ScaleBar &bar);

/// Where the small map lies; empty when the widget is too small for one.
QRect mapRect(const QRect &widget, QSize image);
/// The whole image with a frame around what the widget shows.
void paintMap(QPainter &painter,
              const QRect &map,
              const QImage &overview,
              QSize image,
              const QRectF &visible);

} // namespace createzoom
