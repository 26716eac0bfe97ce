// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/viewtransform.h"

#include <QPainter>
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

/// Where the small map of an image of that size lies; empty when the widget is too small for one.
QRect mapRect(const QRect &widget, QSizeF image);
/// The view of the small map: all of the image, turned as the large one is.
ViewTransform mapView(const ViewTransform &view, QSizeF image, const QRect &map);
/// A plate below the map, and around what the widget shows a frame on it.
void paintMapPlate(QPainter &painter, const QRect &map);
void paintMapFrame(QPainter &painter, const QRect &map, const QRectF &visible);

/// Lines of text in a corner.
void paintNote(QPainter &painter, const QRect &widget, const QString &text);

} // namespace createzoom
