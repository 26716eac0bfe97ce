// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queueforecast.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace createzoom {

namespace {

constexpr qint64 silentMilliseconds = 10'000;
constexpr double greatestJump = 1.25;
constexpr double nothing = 1e-9;

/// The translator's context of this file.
struct QueueForecastText
{
    Q_DECLARE_TR_FUNCTIONS(QueueForecastText)
};

} // namespace

void QueueForecast::Pace::note(const Work &now, double seconds)
{
    const bool isAtWork = last.running > 0 || now.running > 0;
    if (seconds > 0 && isAtWork) // who has nothing to do is not slow
        rate.add((now.done - last.done) / seconds, seconds);
    last = now;
}

double QueueForecast::Pace::secondsLeft() const
{
    if (last.remaining <= nothing)
        return 0;
    return rate.value() > 0 ? last.remaining / rate.value()
                            : std::numeric_limits<double>::infinity();
}

void QueueForecast::reset()
{
    *this = QueueForecast();
}

void QueueForecast::setReached(double reached)
{
    m_doneBefore = m_all.last.done - reached;
}

void QueueForecast::note(const WorkTally &work, qint64 now)
{
    const Work all = work.all();
    if (all.remaining <= nothing) {
        reset();
        return;
    }
    const double seconds = m_beganAt ? std::max(static_cast<double>(now - m_at) / 1000, 1e-3) : 0;
    if (!m_beganAt) {
        m_beganAt = now;
        m_doneBefore = all.done;
    }
    m_at = now;
    m_all.note(all, seconds);
    for (const Stage stage : WorkTally::stages)
        m_stages.at(static_cast<size_t>(stage)).note(work.of(stage), seconds);
    const double left = secondsLeft();
    if (now - *m_beganAt < silentMilliseconds || !std::isfinite(left))
        return;
    const double most = m_timeLeft
        ? std::max(60.0, greatestJump * static_cast<double>(m_timeLeft->count()))
        : 1e8;
    m_timeLeft = std::chrono::seconds(std::lround(std::min(left, most)));
}

double QueueForecast::secondsLeft() const
{
    double longest = 0;
    bool isAllKnown = true;
    for (const Pace &stage : m_stages) {
        const double left = stage.secondsLeft();
        if (std::isfinite(left))
            longest = std::max(longest, left);
        else
            isAllKnown = false;
    }
    return isAllKnown ? longest : std::max(longest, m_all.secondsLeft());
}

double QueueForecast::percent() const
{
    const double done = m_all.last.done - m_doneBefore;
    return done + m_all.last.remaining > 0 ? 100 * done / (done + m_all.last.remaining) : 0;
}

QString aboutText(std::chrono::seconds time)
{
    const qint64 exact = (time.count() + 59) / 60;
    if (exact <= 1)
        return QueueForecastText::tr("about a minute");
    if (exact < 30)
        return QueueForecastText::tr("about %1 min").arg(exact);
    const qint64 minutes = (exact + 4) / 5 * 5;
    if (minutes < 60)
        return QueueForecastText::tr("about %1 min").arg(minutes);
    if (minutes >= 600)
        return QueueForecastText::tr("about %1 h").arg((minutes + 30) / 60);
    if (minutes % 60 == 0)
        return QueueForecastText::tr("about %1 h").arg(minutes / 60);
    return QueueForecastText::tr("about %1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace createzoom
