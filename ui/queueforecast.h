// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "ui/jobrate.h"

#include <chrono>
#include <optional>

namespace createzoom {

/// The work of all jobs that will run, in pixels of their images; an image whose size is not known
/// yet counts as the mean of the others. Kept while jobs come, change and go. A value.
class WorkTally
{
public:
    void add(const Job &job);
    void subtract(const Job &job);
    void advance(const Job &before, const Job &after); ///< counts what was done between the two

    double remaining() const { return m_knownRemaining + m_unknownRemaining * mean(); }
    double done() const { return m_done; } ///< since the beginning; only grows

private:
    double mean() const { return m_known > 0 ? m_knownPixels / m_known : 1; }
    void count(const Job &job, int by);

    double m_knownRemaining = 0;
    double m_unknownRemaining = 0; ///< in jobs
    double m_knownPixels = 0;
    int m_known = 0;
    double m_done = 0;
};

/// When all jobs will be done, from the work that is left and the rate at which it goes away, which
/// holds how many jobs run at once. Says nothing in the first ten seconds, and never jumps up by
/// more than a quarter. A value; pure arithmetic.
class QueueForecast
{
public:
    /// In an interval while the queue runs. `now`: milliseconds of any clock that goes on.
    void note(double done, double remaining, qint64 now);
    void reset();

    std::optional<std::chrono::seconds> timeLeft() const { return m_timeLeft; }
    double percent() const; ///< of the work since the queue was empty
    bool isOn() const { return m_beganAt.has_value(); }

private:
    FadingMean m_rate{60};
    std::optional<qint64> m_beganAt{};
    qint64 m_at = 0;
    double m_doneAtBegin = 0;
    double m_done = 0;
    double m_remaining = 0;
    std::optional<std::chrono::seconds> m_timeLeft{};
};

/// "about 1 h 20 min": rounded to minutes, to five minutes from half an hour, to hours from ten.
QString aboutText(std::chrono::seconds time);

} // namespace createzoom
