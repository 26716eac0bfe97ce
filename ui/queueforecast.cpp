// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queueforecast.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace createzoom {

namespace {

constexpr qint64 silentMilliseconds = 10'000;
constexpr double greatestJump = 1.25;

/// The translator's context of this file.
struct QueueForecastText
{
    Q_DECLARE_TR_FUNCTIONS(QueueForecastText)
};

bool willRun(JobState state)
{
    using enum JobState;
    return state == Waiting || state == Running || state == RetryWait || state == Blocked;
}

double pixelsOf(const Job &job)
{
    return static_cast<double>(job.facts.width) * job.facts.height;
}

} // namespace

void WorkTally::count(const Job &job, int by)
{
    const double pixels = pixelsOf(job);
    if (pixels > 0) {
        m_knownPixels += by * pixels;
        m_known += by;
    }
    if (!willRun(job.state))
        return;
    const double left = by * (1 - std::clamp(job.progress, 0.0, 100.0) / 100);
    if (pixels > 0)
        m_knownRemaining += left * pixels;
    else
        m_unknownRemaining += left;
}

void WorkTally::add(const Job &job)
{
    count(job, 1);
}

void WorkTally::subtract(const Job &job)
{
    count(job, -1);
}

void WorkTally::advance(const Job &before, const Job &after)
{
    subtract(before);
    add(after);
    if (!willRun(before.state) || (isTerminal(after.state) && after.state != JobState::Done))
        return;
    const double pixels = pixelsOf(after) > 0 ? pixelsOf(after) : mean();
    const double reached = after.state == JobState::Done ? 100 : after.progress;
    m_done += std::max(0.0, reached - before.progress) / 100 * pixels;
}

void QueueForecast::reset()
{
    *this = QueueForecast();
}

void QueueForecast::note(double done, double remaining, qint64 now)
{
    constexpr double nothing = 1e-9;
    if (remaining <= nothing) {
        reset();
        return;
    }
    if (!m_beganAt) {
        m_beganAt = now;
        m_doneAtBegin = done;
    } else {
        const double seconds = static_cast<double>(now - m_at) / 1000;
        m_rate.add((done - m_done) / std::max(seconds, 1e-3), seconds);
    }
    m_at = now;
    m_done = done;
    m_remaining = remaining;
    if (now - *m_beganAt < silentMilliseconds || m_rate.value() <= 0)
        return;
    double seconds = remaining / m_rate.value();
    if (m_timeLeft)
        seconds = std::min(seconds, std::max(60.0, greatestJump * double(m_timeLeft->count())));
    m_timeLeft = std::chrono::seconds(std::lround(std::min(seconds, 1e8)));
}

double QueueForecast::percent() const
{
    const double done = m_done - m_doneAtBegin;
    return done + m_remaining > 0 ? 100 * done / (done + m_remaining) : 0;
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
