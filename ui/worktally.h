// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <array>

namespace createzoom {

/// How much there is to do and was done, in pixels of the images. A value.
struct Work
{
    double done = 0; ///< since the beginning; only grows
    double remaining = 0;
    int running = 0; ///< jobs that are worked on
};

/// The work of all jobs that will run, as a whole and of each stage apart; an image whose size is
/// not known yet counts as the mean of the others. Kept while jobs come, change and go. A value.
class WorkTally
{
public:
    static constexpr std::array stages{Stage::Download, Stage::Process, Stage::Upload};

    void add(const Job &job);
    void subtract(const Job &job);
    void advance(const Job &before, const Job &after); ///< counts what was done between the two

    Work all() const { return workOf(m_all); }
    Work of(Stage stage) const { return workOf(m_stages.at(static_cast<size_t>(stage))); }

    /// Of a job that counts with all that it has reached.
    double reachedBy(const Job &job) const;

private:
    struct Sum
    {
        double knownRemaining = 0;
        double unknownRemaining = 0; ///< in jobs
        double done = 0;
        int running = 0;
    };

    double mean() const { return m_known > 0 ? m_knownPixels / m_known : 1; }
    double sizeOf(const Job &job) const;
    Work workOf(const Sum &sum) const;
    void count(const Job &job, int by);

    Sum m_all{};
    std::array<Sum, stages.size()> m_stages{};
    double m_knownPixels = 0;
    int m_known = 0;
};

/// Will it go on by itself, now or later?
bool willRun(JobState state);

} // namespace createzoom
