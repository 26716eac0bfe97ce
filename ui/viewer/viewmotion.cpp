// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewmotion.h"

#include <algorithm>
#include <cmath>

namespace createzoom {

namespace {

constexpr double friction = 0.005; ///< of the speed, a millisecond
constexpr double slowest = 0.02; ///< logical pixels a millisecond

/// Fast at first, so that it answers at once, and soft at the end.
double eased(double part)
{
    return 1 - std::pow(1 - part, 3);
}

} // namespace

void ViewMotion::jumpTo(const ViewTransform &view)
{
    m_shown = view;
    halt();
}

void ViewMotion::moveTo(const ViewTransform &goal, double milliseconds)
{
    if (milliseconds <= 0)
        return jumpTo(goal);
    halt();
    m_from = m_shown;
    m_goal = goal;
    m_duration = milliseconds;
}

void ViewMotion::throwAt(QPointF speed)
{
    halt();
    if (std::hypot(speed.x(), speed.y()) > slowest)
        m_speed = speed;
}

void ViewMotion::halt()
{
    m_goal = m_shown;
    m_duration = 0;
    m_elapsed = 0;
    m_speed = {};
}

void ViewMotion::advance(double milliseconds)
{
    if (m_duration > 0) {
        m_elapsed += milliseconds;
        if (m_elapsed >= m_duration)
            return jumpTo(m_goal);
        m_shown = ViewTransform::between(m_from, m_goal, eased(m_elapsed / m_duration));
    } else if (!m_speed.isNull()) {
        const QPointF before = m_shown.centre();
        m_shown.moveBy(m_speed * milliseconds);
        m_goal = m_shown;
        m_speed *= std::exp(-friction * milliseconds);
        if (std::hypot(m_speed.x(), m_speed.y()) < slowest || m_shown.centre() == before)
            halt();
    }
}

} // namespace createzoom
