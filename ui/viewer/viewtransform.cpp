// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewtransform.h"

#include <algorithm>
#include <cmath>

namespace createzoom {

namespace {

/// An image is never lost: no smaller than this part of what fits, no larger than so many pixels a
/// pixel.
constexpr double smallest = 0.8;
constexpr double largest = 8;

} // namespace

ViewTransform::ViewTransform(QSizeF image, QSizeF widget)
    : m_image(image.expandedTo({1, 1}))
    , m_widget(widget.expandedTo({1, 1}))
{
    fit();
}

void ViewTransform::setWidget(QSizeF widget)
{
    const bool wasFitted = qFuzzyCompare(m_scale, fitScale());
    m_widget = widget.expandedTo({1, 1});
    if (wasFitted)
        fit();
    else
        clamp();
}

void ViewTransform::fit()
{
    m_scale = fitScale();
    m_centre = {m_image.width() / 2, m_image.height() / 2};
}

void ViewTransform::zoom(double factor, QPointF at)
{
    setScale(m_scale * factor, at);
}

void ViewTransform::setScale(double scale, QPointF at)
{
    const QPointF held = toImage(at);
    m_scale = std::clamp(scale, smallest * fitScale(), std::max(largest, fitScale()));
    m_centre += held - toImage(at);
    clamp();
}

void ViewTransform::setCentre(QPointF imagePoint)
{
    m_centre = imagePoint;
    clamp();
}

void ViewTransform::moveBy(QPointF widgetDistance)
{
    setCentre(m_centre - widgetDistance / m_scale);
}

double ViewTransform::fitScale() const
{
    return std::min(m_widget.width() / m_image.width(), m_widget.height() / m_image.height());
}

bool ViewTransform::showsAll() const
{
    return visible() == QRectF(QPointF(), m_image);
}

QPointF ViewTransform::toWidget(QPointF imagePoint) const
{
    return (imagePoint - m_centre) * m_scale + QPointF(m_widget.width(), m_widget.height()) / 2;
}

QPointF ViewTransform::toImage(QPointF widgetPoint) const
{
    return (widgetPoint - QPointF(m_widget.width(), m_widget.height()) / 2) / m_scale + m_centre;
}

QRectF ViewTransform::visible() const
{
    return QRectF(toImage({0, 0}), toImage({m_widget.width(), m_widget.height()}))
        & QRectF(QPointF(), m_image);
}

int ViewTransform::level(const PyramidLayout &layout, double devicePixels) const
{
    const double steps = std::floor(-std::log2(m_scale * devicePixels) + 1e-9);
    return std::clamp(layout.topLevel() - static_cast<int>(steps), 0, layout.topLevel());
}

/// The middle of the widget always shows the image.
void ViewTransform::clamp()
{
    m_centre.setX(std::clamp(m_centre.x(), 0.0, m_image.width()));
    m_centre.setY(std::clamp(m_centre.y(), 0.0, m_image.height()));
}

} // namespace createzoom
