// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <chrono>
#include <optional>

namespace createzoom {

/// A mean in which what was long ago counts less: half after about 0.7 of its time constant.
class FadingMean
{
public:
    explicit FadingMean(double seconds)
        : m_seconds(seconds)
    {}

    void add(double value, double seconds); ///< that held for so long
    double value() const { return m_value; }
    void reset() { *this = FadingMean(m_seconds); }

private:
    double m_seconds;
    double m_value = 0;
    double m_age = 0; ///< seconds that are known of: while they are few, all count alike
};

/// How fast a job goes, from what its changes tell. A value; pure arithmetic.
class JobRate
{
public:
    /// Once per change of the job. `now`: milliseconds of any clock that goes on.
    void note(const Job &job, qint64 now);

    /// Of the running step: pixels a second in the pyramid, else bytes; 0 = not known.
    double perSecond() const { return m_speed.value(); }
    bool isOfPixels() const { return m_phase == StepProgress::Phase::Pyramid; }
    /// Until the whole job is done, when it can be told.
    std::optional<std::chrono::seconds> timeLeft() const;

private:
    void begin(const Job &job, qint64 now);

    FadingMean m_speed{5};
    FadingMean m_percent{20}; ///< a second
    StepProgress::Phase m_phase = StepProgress::Phase::Checking;
    qint64 m_epoch = -1; ///< of the claim that is measured; -1 = none
    qint64 m_at = 0;
    qint64 m_done = 0;
    double m_progress = 0;
};

} // namespace createzoom
