// SPDX-License-Identifier: GPL-3.0-or-later
// What hands do to a ViewerWidget: wheel, mouse, keys, and the glide after a throw.
#include "ui/viewer/viewerpaint.h"
#include "ui/viewer/viewerwidget.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimerEvent>
#include <QWheelEvent>

#include <cmath>

namespace createzoom {

namespace {

constexpr double notch = 120; ///< of a wheel, in Qt's eighths of a degree
constexpr double zoomPerNotch = 1.2;
/// A trackpad sends many small steps, and goes too fast with a wheel's.
constexpr double zoomPerTrackpadPixel = 1.004;
constexpr int frame = 16; ///< milliseconds
constexpr double friction = 0.005; ///< of the speed, a millisecond
constexpr double slowest = 0.02; ///< logical pixels a millisecond
constexpr qint64 longestPause = 100; ///< milliseconds between the last move and a throw
constexpr double keyStep = 40; ///< logical pixels

} // namespace

void ViewerWidget::resizeEvent(QResizeEvent * /*event*/)
{
    m_view.setWidget(size());
    changeView();
}

void ViewerWidget::wheelEvent(QWheelEvent *event)
{
    if (!m_source)
        return;
    m_gliding.stop();
    const QPoint pixels = event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier)
        m_view.moveBy(QPointF(event->angleDelta().y() + event->angleDelta().x(), 0) / 2);
    else if (!pixels.isNull())
        m_view.zoom(std::pow(zoomPerTrackpadPixel, pixels.y()), event->position());
    else
        m_view.zoom(std::pow(zoomPerNotch, event->angleDelta().y() / notch), event->position());
    event->accept();
    changeView();
}

void ViewerWidget::mousePressEvent(QMouseEvent *event)
{
    m_gliding.stop();
    const bool isHand = event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton;
    if (!m_source || !isHand)
        return;
    const QRect map = mapRect(rect(), layout().size());
    m_hand = Hand{.last = event->position()};
    m_hand->isInMap = !m_view.showsAll() && map.contains(event->position().toPoint());
    m_hand->since.start();
    if (m_hand->isInMap)
        moveInMap(event->position());
    else
        setCursor(Qt::ClosedHandCursor);
}

void ViewerWidget::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    if (!m_hand) {
        Q_EMIT viewChanged();
        return;
    }
    if (m_hand->isInMap) {
        moveInMap(event->position());
        return;
    }
    const QPointF distance = event->position() - m_hand->last;
    const auto elapsed = static_cast<double>(std::max<qint64>(1, m_hand->since.restart()));
    m_hand->speed = (m_hand->speed + distance / elapsed) / 2;
    m_hand->last = event->position();
    m_view.moveBy(distance);
    changeView();
}

void ViewerWidget::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    unsetCursor();
    if (!m_hand)
        return;
    const bool isThrown = !m_hand->isInMap && m_hand->since.elapsed() < longestPause;
    m_glide = isThrown ? m_hand->speed : QPointF();
    m_hand.reset();
    if (std::hypot(m_glide.x(), m_glide.y()) > slowest)
        m_gliding.start(frame, this);
}

void ViewerWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_source)
        return;
    m_gliding.stop();
    m_view.zoom(event->modifiers() & Qt::ShiftModifier ? 0.5 : 2, event->position());
    changeView();
}

void ViewerWidget::keyPressEvent(QKeyEvent *event)
{
    if (!m_source)
        return QWidget::keyPressEvent(event);
    m_gliding.stop();
    if (const std::optional<QPointF> distance = keyDistance(*event)) {
        m_view.moveBy(*distance);
        return changeView();
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    case Qt::Key_1:
        return showFullSize();
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Arrows: a step, with Shift a screenful.
std::optional<QPointF> ViewerWidget::keyDistance(const QKeyEvent &event) const
{
    const bool isFar = event.modifiers() & Qt::ShiftModifier;
    const double x = isFar ? width() : keyStep;
    const double y = isFar ? height() : keyStep;
    switch (event.key()) {
    case Qt::Key_Left:
        return QPointF(x, 0);
    case Qt::Key_Right:
        return QPointF(-x, 0);
    case Qt::Key_Up:
        return QPointF(0, y);
    case Qt::Key_Down:
        return QPointF(0, -y);
    default:
        return std::nullopt;
    }
}

void ViewerWidget::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_gliding.timerId())
        return QWidget::timerEvent(event);
    m_view.moveBy(m_glide * frame);
    m_glide *= 1 - friction * frame;
    if (std::hypot(m_glide.x(), m_glide.y()) < slowest)
        m_gliding.stop();
    changeView();
}

void ViewerWidget::moveInMap(QPointF position)
{
    const QRect map = mapRect(rect(), layout().size());
    const QPointF inMap = position - map.topLeft();
    m_view.setCentre({inMap.x() * layout().size().width() / map.width(),
                      inMap.y() * layout().size().height() / map.height()});
    changeView();
}

} // namespace createzoom
