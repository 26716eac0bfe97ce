// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace createzoom {

/// Where an image lies in a widget: the image's point that is in the widget's middle, the scale,
/// and how it is turned. A value; pure arithmetic. Lengths in the widget are in its logical pixels.
class ViewTransform
{
public:
    ViewTransform() = default;
    /// Shows all of the image. `devicePixels`: of the screen per logical pixel.
    ViewTransform(QSizeF image, QSizeF widget, double devicePixels = 1);

    /// The same part of the image in a widget of another size; all of it stays all of it.
    void setWidget(QSizeF widget, double devicePixels);
    /// The same part of another image, of a series for example.
    ViewTransform ofImage(QSizeF image) const;

    void fit();
    /// `factor` times as large; the image's point under `at` stays there.
    void zoom(double factor, QPointF at);
    void setScale(double scale, QPointF at);
    void setCentre(QPointF imagePoint);
    void moveBy(QPointF widgetDistance); ///< as a hand moves a picture
    void turn(int quarters); ///< clockwise

    friend bool operator==(const ViewTransform &, const ViewTransform &) = default;

    double scale() const { return m_scale; } ///< widget pixels per image pixel
    double deviceScale() const { return m_scale * m_devicePixels; }
    double devicePixels() const { return m_devicePixels; }
    double fitScale() const;
    QPointF centre() const { return m_centre; }
    int quarterTurns() const { return m_quarterTurns; }
    QSizeF widget() const { return m_widget; }
    QSizeF turnedImage() const; ///< its size as it is seen
    bool isFitted() const;
    bool showsAll() const; ///< the whole image

    QPointF toWidget(QPointF imagePoint) const;
    QPointF toImage(QPointF widgetPoint) const;
    QRectF visible() const; ///< part of the image, cut at its edges

    /// The level whose pixels are shrunk by less than two, or the full one.
    int level(const PyramidLayout &layout) const;

    /// The same without its turn, in a widget that is turned instead.
    ViewTransform upright() const;
    /// On the way from one to the other, `part` in 0...1: a point that both show at the same place
    /// stays there.
    static ViewTransform between(const ViewTransform &from, const ViewTransform &to, double part);

private:
    void clamp();

    QSizeF m_image{1, 1};
    QSizeF m_widget{1, 1};
    double m_devicePixels = 1;
    QPointF m_centre{};
    double m_scale = 1;
    int m_quarterTurns = 0;
};

} // namespace createzoom
