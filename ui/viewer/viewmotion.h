// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/viewtransform.h"

#include <QPointF>

namespace createzoom {

/// How a view comes from one place to another: at once, within a moment, or gliding on after a
/// throw. Has no clock: time is handed in. A value.
class ViewMotion
{
public:
    const ViewTransform &shown() const { return m_shown; }
    const ViewTransform &goal() const { return m_goal; } ///< where it will be, if nobody intervenes
    bool isMoving() const { return m_duration > 0 || !m_speed.isNull(); }

    void jumpTo(const ViewTransform &view);
    void moveTo(const ViewTransform &goal, double milliseconds); ///< 0: at once
    void throwAt(QPointF speed); ///< logical pixels a millisecond
    void halt(); ///< stays where it is now
    void advance(double milliseconds);

private:
    ViewTransform m_from{};
    ViewTransform m_shown{};
    ViewTransform m_goal{};
    double m_duration = 0; ///< of the move; 0: none
    double m_elapsed = 0;
    QPointF m_speed{};
};

} // namespace createzoom
