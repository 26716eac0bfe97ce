// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/jobengine.h"

namespace createzoom {

class JobTable;

/// Accepts jobs as long as the queue has room. Owned by the engine; every call is made in a
/// transaction that writes, so that there is one at a time.
class JobAdmission
{
public:
    JobAdmission(const EngineLimits &limits, Clock clock);

    /// What becomes of each. A job that is there already is its own caller's mistake; any other
    /// failure is that of all, and the transaction's.
    Result<QList<Result<Submitted>>> accept(JobTable &table, const QList<NewJob> &jobs);
    /// An ended job runs again: it takes up room too.
    void countAnew() { m_room = 0; }

private:
    enum class Count { Due, Done };
    Result<Submitted> accept(JobTable &table, const NewJob &job, Count &count);
    Result<bool> hasRoom(JobTable &table, Count &count);

    EngineLimits m_limits;
    Clock m_clock;
    /// At least so many more fit: jobs that end make room and are not seen here. Counting costs as
    /// much as there are jobs.
    qint64 m_room = 0;
};

} // namespace createzoom
