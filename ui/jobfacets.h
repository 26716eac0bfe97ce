// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QHash>
#include <QString>

#include <array>

namespace createzoom {

/// The groups of states that people filter by. A job may be in several.
enum class StateGroup { All, Active, Running, Waiting, Paused, Attention, Done, Dropped };
inline constexpr int stateGroupCount = 8;

/// How long ago a job was added.
enum class JobAge { Today, ThreeDays, Older };

/// By what a job is filtered and counted. A value, made once per change of the job.
struct JobFacets
{
    unsigned groups = 0; ///< bit n: in StateGroup n
    Origin origin = Origin::Window;
    JobAge age = JobAge::Today;
    QString preset{}; ///< empty: options that no preset has
    QString bucket{}; ///< of the source, else of the target
    QString worker{};

    bool isIn(StateGroup group) const
    {
        return (groups & (1U << static_cast<unsigned>(group))) != 0;
    }
    friend bool operator==(const JobFacets &, const JobFacets &) = default;
};

/// The ages as seen from one day, asked of the calendar once and not once per job. A value.
class AgeScale
{
public:
    AgeScale() = default; ///< holds never
    explicit AgeScale(qint64 now); ///< UTC milliseconds

    bool holds(qint64 now) const { return now >= m_today && now < m_tomorrow; }
    JobAge ageOf(qint64 createdAt) const;

private:
    qint64 m_threeDays = 0;
    qint64 m_today = 0;
    qint64 m_tomorrow = 0;
};

JobFacets facetsOf(const Job &job, const AgeScale &ages);

/// The preset whose options these are, whatever they say of an output that exists; "standard" for
/// the defaults; empty for none.
QString presetOf(const ConversionOptions &options);

/// How many jobs there are of each facet; kept while jobs come, change and go.
struct JobTally
{
    std::array<int, stateGroupCount> groups{};
    std::array<int, 3> origins{};
    std::array<int, 3> ages{};
    QHash<QString, int> presets{};
    QHash<QString, int> buckets{};
    QHash<QString, int> workers{};
    int failed = 0; ///< Failed alone; Attention holds more

    int of(StateGroup group) const { return groups.at(static_cast<size_t>(group)); }
    void count(const JobFacets &facets, JobState state, int by);
};

} // namespace createzoom
