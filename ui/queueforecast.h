// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobrate.h"
#include "ui/worktally.h"

#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace createzoom {

/// When all jobs will be done: that of the stage which needs longest for what is left of it, at the
/// rate at which it goes when jobs are in it; the rate holds how many run at once. Stages that
/// nothing has gone through yet count by the rate of the jobs as a whole. Says nothing in the first
/// ten seconds, and never jumps up by more than a quarter. A value; pure arithmetic.
class QueueForecast
{
public:
    /// In an interval while the queue runs. `now`: milliseconds of any clock that goes on.
    void note(const WorkTally &work, qint64 now);
    void reset();

    /// What of the open jobs and of those that ended since was done in all; before it is told, the
    /// percentage counts from the first note().
    void setReached(double reached);
    bool isYoung() const { return !m_timeLeft; } ///< nothing is told yet

    std::optional<std::chrono::seconds> timeLeft() const { return m_timeLeft; }
    double percent() const; ///< of the work since the queue was empty
    bool isOn() const { return m_beganAt.has_value(); }

private:
    struct Pace
    {
        FadingMean rate{60};
        Work last{};

        void note(const Work &now, double seconds);
        double secondsLeft() const; ///< infinite when it is not known
    };

    double secondsLeft() const;

    Pace m_all{};
    std::array<Pace, WorkTally::stages.size()> m_stages{};
    std::optional<qint64> m_beganAt{};
    qint64 m_at = 0;
    double m_doneBefore = 0; ///< of Work::done, what does not count
    std::optional<std::chrono::seconds> m_timeLeft{};
};

/// "about 1 h 20 min": rounded to minutes, to five minutes from half an hour, to hours from ten.
QString aboutText(std::chrono::seconds time);

} // namespace createzoom
