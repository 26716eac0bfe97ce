// SPDX-License-Identifier: GPL-3.0-or-later
// What hands do to a ViewerWidget: wheel, mouse, fingers, keys.
#include "ui/viewer/viewerpaint.h"
#include "ui/viewer/viewerwidget.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTimerEvent>
#include <QTouchEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace createzoom {

namespace {

constexpr double notch = 120; ///< of a wheel, in Qt's eighths of a degree
constexpr double zoomPerNotch = 1.2;
/// A trackpad sends many small steps, and goes too fast with a wheel's.
constexpr double zoomPerTrackpadPixel = 1.004;
constexpr quint64 longestPause = 100; ///< milliseconds between the last move and a throw
constexpr double keyStep = 40; ///< logical pixels

} // namespace

bool ViewerWidget::event(QEvent *event)
{
    bool isTaken = false;
    if (m_source && event->type() == QEvent::NativeGesture)
        isTaken = pinch(*static_cast<QNativeGestureEvent *>(event));
    else if (m_source && event->type() == QEvent::TouchUpdate)
        isTaken = pinch(*static_cast<const QTouchEvent *>(event));
    if (!isTaken)
        return QWidget::event(event);
    event->accept();
    return true;
}

/// On a trackpad.
bool ViewerWidget::pinch(const QNativeGestureEvent &event)
{
    ViewTransform view = m_motion.shown();
    if (event.gestureType() == Qt::ZoomNativeGesture)
        view.zoom(1 + event.value(), event.position());
    else if (event.gestureType() == Qt::SmartZoomNativeGesture)
        view.zoom(2, event.position());
    else
        return false;
    jump(view);
    return true;
}

/// On a touch screen. From the fingers themselves: Qt 6.4 tells every change of a QPinchGesture
/// twice, and once more at its end.
bool ViewerWidget::pinch(const QTouchEvent &event)
{
    const QList<QEventPoint> &fingers = event.points();
    const bool isPinch = fingers.size() == 2
        && std::none_of(fingers.begin(), fingers.end(), [](const QEventPoint &finger) {
                             return finger.state() == QEventPoint::Pressed; // has no place before
                         });
    if (!isPinch)
        return false;
    const QLineF before(fingers[0].lastPosition(), fingers[1].lastPosition());
    const QLineF now(fingers[0].position(), fingers[1].position());
    ViewTransform view = m_motion.shown();
    view.moveBy(now.center() - before.center());
    if (before.length() > 1)
        view.zoom(now.length() / before.length(), now.center());
    m_hand.reset(); // the first finger passes for a mouse
    jump(view);
    return true;
}

void ViewerWidget::resizeEvent(QResizeEvent * /*event*/)
{
    fitToWidget();
}

void ViewerWidget::wheelEvent(QWheelEvent *event)
{
    if (!m_source)
        return QWidget::wheelEvent(event);
    event->accept();
    if (event->phase() == Qt::ScrollMomentum)
        return; // a picture that zooms on by itself makes seasick
    const QPoint angle = event->angleDelta();
    const bool isTrackpad = event->phase() != Qt::NoScrollPhase && !event->pixelDelta().isNull();
    if (event->modifiers() & Qt::ShiftModifier) {
        ViewTransform goal = view();
        goal.moveBy(QPointF(angle.y() + angle.x(), 0) / 2);
        go(goal);
    } else if (isTrackpad) {
        ViewTransform view = m_motion.shown();
        view.zoom(std::pow(zoomPerTrackpadPixel, event->pixelDelta().y()), event->position());
        jump(view);
    } else {
        zoomTo(view().scale() * std::pow(zoomPerNotch, angle.y() / notch), event->position());
    }
}

void ViewerWidget::mousePressEvent(QMouseEvent *event)
{
    const bool isHand = event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton;
    if (!m_source || !isHand)
        return QWidget::mousePressEvent(event);
    m_motion.halt();
    m_hand = Hand{.last = event->position(),
                  .at = event->timestamp(),
                  .isInMap = map().contains(event->position().toPoint())};
    setCursor(m_hand->isInMap ? Qt::CrossCursor : Qt::ClosedHandCursor);
    if (m_hand->isInMap)
        moveInMap(event->position());
}

void ViewerWidget::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    if (!m_hand) {
        Q_EMIT viewChanged();
        return;
    }
    if (m_hand->isInMap)
        return moveInMap(event->position());
    const QPointF distance = event->position() - m_hand->last;
    const quint64 now = event->timestamp();
    const auto elapsed = now > m_hand->at ? static_cast<double>(now - m_hand->at) : 1.0;
    m_hand->speed = (m_hand->speed + distance / elapsed) / 2;
    m_hand->last = event->position();
    m_hand->at = now;
    ViewTransform view = m_motion.shown();
    view.moveBy(distance);
    jump(view);
}

void ViewerWidget::mouseReleaseEvent(QMouseEvent *event)
{
    unsetCursor();
    if (!m_hand)
        return QWidget::mouseReleaseEvent(event);
    const bool isThrown
        = !m_hand->isInMap && !m_isMotionReduced && event->timestamp() - m_hand->at < longestPause;
    const QPointF speed = isThrown ? m_hand->speed : QPointF();
    m_hand.reset();
    m_motion.throwAt(speed);
    announceView();
}

void ViewerWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_source || event->button() != Qt::LeftButton)
        return QWidget::mouseDoubleClickEvent(event);
    if (map().contains(event->position().toPoint()))
        return mousePressEvent(event);
    const double factor = event->modifiers() & Qt::ShiftModifier ? 0.5 : 2;
    zoomTo(view().scale() * factor, event->position());
}

void ViewerWidget::leaveEvent(QEvent * /*event*/)
{
    m_cursor.reset();
    Q_EMIT viewChanged();
}

/// What is no action: moving, and zooms that few need.
void ViewerWidget::keyPressEvent(QKeyEvent *event)
{
    if (!m_source)
        return QWidget::keyPressEvent(event);
    if (const std::optional<QPointF> distance = keyDistance(*event)) {
        ViewTransform goal = view();
        goal.moveBy(*distance);
        return go(goal);
    }
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (isPlain && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        return showPixels(event->key() - Qt::Key_0);
    QWidget::keyPressEvent(event);
}

/// Arrows: a step, with Shift a screenful, with Ctrl to the edge.
std::optional<QPointF> ViewerWidget::keyDistance(const QKeyEvent &event) const
{
    QPointF step(keyStep, keyStep);
    if (event.modifiers() & Qt::ShiftModifier)
        step = {double(width()), double(height())};
    if (event.modifiers() & Qt::ControlModifier) {
        const QSizeF whole = view().turnedImage() * view().scale();
        step = {whole.width(), whole.height()};
    }
    switch (event.key()) {
    case Qt::Key_Left:
        return QPointF(step.x(), 0);
    case Qt::Key_Right:
        return QPointF(-step.x(), 0);
    case Qt::Key_Up:
        return QPointF(0, step.y());
    case Qt::Key_Down:
        return QPointF(0, -step.y());
    default:
        return std::nullopt;
    }
}

void ViewerWidget::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frames.timerId())
        return advance();
    if (event->timerId() != m_growth.timerId())
        return QWidget::timerEvent(event);
    if (isVisible())
        askAgain();
}

void ViewerWidget::moveInMap(QPointF position)
{
    const QRect place = map();
    if (place.isEmpty())
        return;
    const QPointF inMap = position - place.topLeft();
    ViewTransform view = m_motion.shown();
    view.setCentre(mapView(view, layout().size(), place).toImage(inMap));
    jump(view);
}

} // namespace createzoom
