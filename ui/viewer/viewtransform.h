// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace createzoom {

/// Where an image lies in a widget: the image's point that is in the widget's middle, and the
/// scale. A value; pure arithmetic. Lengths in the widget are in its logical pixels.
class ViewTransform
{
public:
    ViewTransform() = default;
    ViewTransform(QSizeF image, QSizeF widget);

    /// The same part of the image in a widget of another size.
    void setWidget(QSizeF widget);
    void fit();
    /// `factor` times as large; the image's point under `at` stays there.
    void zoom(double factor, QPointF at);
    void setScale(double scale, QPointF at);
    void setCentre(QPointF imagePoint);
    void moveBy(QPointF widgetDistance); ///< as a hand moves a picture

    double scale() const { return m_scale; } ///< widget pixels per image pixel
    double fitScale() const;
    QPointF centre() const { return m_centre; }
    bool showsAll() const; ///< the whole image

    QPointF toWidget(QPointF imagePoint) const;
    QPointF toImage(QPointF widgetPoint) const;
    QRectF visible() const; ///< part of the image, cut at its edges

    /// The level whose pixels are shrunk by less than two, or the full one. `devicePixels`: of the
    /// screen per logical pixel.
    int level(const PyramidLayout &layout, double devicePixels) const;

private:
    void clamp();

    QSizeF m_image{1, 1};
    QSizeF m_widget{1, 1};
    QPointF m_centre{};
    double m_scale = 1;
};

} // namespace createzoom
