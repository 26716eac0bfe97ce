// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobrate.h"

#include <algorithm>
#include <cmath>

namespace createzoom {

namespace {

constexpr qint64 shortestMilliseconds = 150; ///< below it the clock's grain would be measured

} // namespace

void FadingMean::add(double value, double seconds)
{
    if (seconds <= 0)
        return;
    m_age += seconds;
    const double fading = 1 - std::exp(-seconds / m_seconds);
    const double share = std::max(fading, seconds / m_age);
    m_value += share * (value - m_value);
}

void JobRate::begin(const Job &job, qint64 now)
{
    if (job.epoch != m_epoch)
        m_percent.reset();
    m_speed.reset();
    m_epoch = job.epoch;
    m_phase = job.step.phase;
    m_at = now;
    m_done = job.step.done;
    m_progress = job.progress;
}

void JobRate::note(const Job &job, qint64 now)
{
    if (job.state != JobState::Running) {
        *this = JobRate();
        return;
    }
    if (job.epoch != m_epoch || job.step.phase != m_phase || job.step.done < m_done) {
        begin(job, now);
        return;
    }
    const qint64 passed = now - m_at;
    if (passed < shortestMilliseconds)
        return;
    const double seconds = static_cast<double>(passed) / 1000;
    m_speed.add(static_cast<double>(job.step.done - m_done) / seconds, seconds);
    m_percent.add(std::max(0.0, job.progress - m_progress) / seconds, seconds);
    m_at = now;
    m_done = job.step.done;
    m_progress = job.progress;
}

std::optional<std::chrono::seconds> JobRate::timeLeft() const
{
    if (m_epoch < 0 || m_percent.value() <= 0)
        return std::nullopt;
    const double seconds = std::max(0.0, 100 - m_progress) / m_percent.value();
    return std::chrono::seconds(std::lround(seconds));
}

} // namespace createzoom
