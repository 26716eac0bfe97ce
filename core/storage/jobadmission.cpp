// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jobadmission.h"

#include "core/storage/jobtable.h"

#include <utility>

namespace createzoom {

using std::chrono::milliseconds;

JobAdmission::JobAdmission(const EngineLimits &limits, Clock clock)
    : m_limits(limits)
    , m_clock(std::move(clock))
{}

Result<QList<Result<Submitted>>> JobAdmission::accept(JobTable &table, const QList<NewJob> &jobs)
{
    QList<Result<Submitted>> outcomes;
    outcomes.reserve(jobs.size());
    Count count = Count::Due; // once for all
    for (const NewJob &job : jobs) {
        Result<Submitted> outcome = accept(table, job, count);
        if (!outcome && outcome.error().code != ErrorCode::Conflict)
            return outcome.error();
        outcomes << std::move(outcome);
    }
    return outcomes;
}

Result<bool> JobAdmission::hasRoom(JobTable &table, Count &count)
{
    if (m_room <= 0 && std::exchange(count, Count::Done) == Count::Due) {
        const Result<qint64> unfinished = table.unfinishedCount();
        if (!unfinished)
            return unfinished.error();
        m_room = m_limits.queueLimit - *unfinished;
    }
    return m_room > 0;
}

Result<Submitted> JobAdmission::accept(JobTable &table, const NewJob &job, Count &count)
{
    const qint64 now = m_clock();
    if (job.key) {
        const Result<std::optional<Submitted>> earlier = table.find(*job.key, now);
        if (!earlier)
            return earlier.error();
        if (*earlier)
            return **earlier;
    }
    const Result<bool> room = hasRoom(table, count);
    if (!room)
        return room.error();
    if (!*room)
        return Submitted{.outcome = Submitted::Outcome::QueueFull};
    if (const Result<void> inserted = table.insert(job, now); !inserted)
        return inserted.error();
    if (job.key) {
        const qint64 keptUntil = now + milliseconds(m_limits.idempotency).count();
        if (const Result<void> put = table.put(*job.key, job.id, keptUntil); !put)
            return put.error();
    }
    --m_room;
    return Submitted{.outcome = Submitted::Outcome::Accepted, .id = job.id};
}

} // namespace createzoom
