// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewtransform.h"

#include <algorithm>
#include <cmath>

namespace createzoom {

namespace {

/// An image is never lost: no smaller than this part of what fits (nor than full size, if that is
/// smaller), no larger than so many pixels of the screen a pixel.
constexpr double smallest = 0.8;
constexpr double largest = 8;
constexpr int quarters = 4;

QPointF turned(QPointF point, int quarterTurns)
{
    switch (quarterTurns) {
    case 1:
        return {-point.y(), point.x()};
    case 2:
        return -point;
    case 3:
        return {point.y(), -point.x()};
    default:
        return point;
    }
}

} // namespace

ViewTransform::ViewTransform(QSizeF image, QSizeF widget, double devicePixels)
    : m_image(image.expandedTo({1, 1}))
    , m_widget(widget.expandedTo({1, 1}))
    , m_devicePixels(devicePixels)
{
    fit();
}

void ViewTransform::setWidget(QSizeF widget, double devicePixels)
{
    const bool wasFitted = isFitted();
    m_widget = widget.expandedTo({1, 1});
    m_devicePixels = devicePixels;
    if (wasFitted)
        fit();
    else
        setScale(m_scale, {m_widget.width() / 2, m_widget.height() / 2});
}

ViewTransform ViewTransform::ofImage(QSizeF image) const
{
    ViewTransform view(image, m_widget, m_devicePixels);
    view.m_quarterTurns = m_quarterTurns;
    view.fit();
    if (isFitted())
        return view;
    view.m_centre = {m_centre.x() / m_image.width() * view.m_image.width(),
                     m_centre.y() / m_image.height() * view.m_image.height()};
    view.setScale(m_scale, {m_widget.width() / 2, m_widget.height() / 2});
    return view;
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
    const double most = std::max(largest / m_devicePixels, fitScale());
    const double least = std::min(smallest * fitScale(), 1 / m_devicePixels);
    m_scale = std::clamp(scale, least, most);
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
    setCentre(m_centre - turned(widgetDistance, (quarters - m_quarterTurns) % quarters) / m_scale);
}

void ViewTransform::turn(int quarterTurns)
{
    const bool wasFitted = isFitted();
    m_quarterTurns = ((m_quarterTurns + quarterTurns) % quarters + quarters) % quarters;
    if (wasFitted)
        fit();
    else
        setScale(m_scale, {m_widget.width() / 2, m_widget.height() / 2});
}

QSizeF ViewTransform::turnedImage() const
{
    return m_quarterTurns % 2 == 0 ? m_image : m_image.transposed();
}

double ViewTransform::fitScale() const
{
    const QSizeF image = turnedImage();
    return std::min(m_widget.width() / image.width(), m_widget.height() / image.height());
}

bool ViewTransform::isFitted() const
{
    return qFuzzyCompare(m_scale, fitScale());
}

bool ViewTransform::showsAll() const
{
    constexpr double rounding = 1e-6;
    const QRectF part = visible();
    return part.width() >= m_image.width() * (1 - rounding)
        && part.height() >= m_image.height() * (1 - rounding);
}

QPointF ViewTransform::toWidget(QPointF imagePoint) const
{
    return turned((imagePoint - m_centre) * m_scale, m_quarterTurns)
        + QPointF(m_widget.width(), m_widget.height()) / 2;
}

QPointF ViewTransform::toImage(QPointF widgetPoint) const
{
    const QPointF fromMiddle = widgetPoint - QPointF(m_widget.width(), m_widget.height()) / 2;
    return turned(fromMiddle, (quarters - m_quarterTurns) % quarters) / m_scale + m_centre;
}

QRectF ViewTransform::visible() const
{
    return QRectF(toImage({0, 0}), toImage({m_widget.width(), m_widget.height()})).normalized()
        & QRectF(QPointF(), m_image);
}

int ViewTransform::level(const PyramidLayout &layout) const
{
    const double steps = std::floor(-std::log2(deviceScale()) + 1e-9);
    return std::clamp(layout.topLevel() - static_cast<int>(steps), 0, layout.topLevel());
}

ViewTransform ViewTransform::upright() const
{
    ViewTransform view = *this;
    view.m_quarterTurns = 0;
    if (m_quarterTurns % 2 != 0)
        view.m_widget.transpose();
    return view;
}

/// The scale grows evenly to the eye, and the centre as 1/scale does, which holds the common point.
ViewTransform
ViewTransform::between(const ViewTransform &from, const ViewTransform &to, double part)
{
    ViewTransform view = to;
    view.m_scale = from.m_scale * std::pow(to.m_scale / from.m_scale, part);
    const double whole = 1 / from.m_scale - 1 / to.m_scale;
    constexpr double sameScale = 1e-6;
    const double way = std::abs(whole) * from.m_scale < sameScale
        ? part
        : (1 / from.m_scale - 1 / view.m_scale) / whole;
    view.m_centre = from.m_centre + (to.m_centre - from.m_centre) * way;
    return view;
}

/// The middle of the widget always shows the image.
void ViewTransform::clamp()
{
    m_centre.setX(std::clamp(m_centre.x(), 0.0, m_image.width()));
    m_centre.setY(std::clamp(m_centre.y(), 0.0, m_image.height()));
}

} // namespace createzoom
