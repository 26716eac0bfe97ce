// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jobsteering.h"

#include "core/storage/jobtransitions.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

JobSteering::JobSteering(SqliteConnection &connection, qint64 now)
    : m_table(connection)
    , m_now(now)
{}

Result<JobRecord> JobSteering::find(const QString &id)
{
    Result<std::optional<JobRecord>> found = m_table.find(id);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, u"There is no such job"_s};
    return std::move(**found);
}

Result<void> JobSteering::change(const QString &id,
                                 const QString &name,
                                 const std::function<bool(JobRecord &)> &by)
{
    Result<JobRecord> record = find(id);
    if (!record)
        return record.error();
    if (!by(*record))
        return Error{
            ErrorCode::Conflict,
            u"The job is %1: it cannot be %2 now"_s.arg(stateName(record->job.state), name)};
    return m_table.store(*record, m_now);
}

Result<CancelOutcome> JobSteering::cancel(const QString &id)
{
    Result<std::optional<JobRecord>> found = m_table.find(id);
    if (!found)
        return found.error();
    if (!*found)
        return CancelOutcome::NotFound;
    JobRecord &record = **found;
    if (isTerminal(record.job.state))
        return CancelOutcome::AlreadyEnded;
    if (record.job.state == JobState::Stopping)
        return CancelOutcome::Stopping;
    if (!cancelOrStop(record))
        return Error{ErrorCode::Conflict, u"The job cannot be cancelled now"_s};
    if (const Result<void> stored = m_table.store(record, m_now); !stored)
        return stored.error();
    return isTerminal(record.job.state) ? CancelOutcome::Cancelled : CancelOutcome::Stopping;
}

Result<RetryOutcome> JobSteering::retry(const QString &id, const QByteArray &sealedToken)
{
    Result<std::optional<JobRecord>> found = m_table.find(id);
    if (!found)
        return found.error();
    if (!*found)
        return RetryOutcome::NotFound;
    JobRecord &record = **found;
    if (!mayRunAgain(record.job) || !startOver(record))
        return RetryOutcome::NotEnded;
    const Result<std::optional<QByteArray>> erased = m_table.token(id);
    if (!erased)
        return erased.error();
    if (*erased && sealedToken.isEmpty())
        return RetryOutcome::NeedsToken;
    if (const Result<void> placed = place(record, m_table.lastPlace()); !placed)
        return placed.error();
    if (const Result<void> kept = m_table.putToken(id, sealedToken); !kept)
        return kept.error();
    return RetryOutcome::Ok;
}

Result<void> JobSteering::remove(const QString &id)
{
    const Result<JobRecord> record = find(id);
    if (!record)
        return record.error();
    if (!isTerminal(record->job.state))
        return Error{ErrorCode::Conflict, u"Only a job that has ended can be removed"_s};
    return m_table.remove(id);
}

Result<void> JobSteering::pause(const QString &id)
{
    return change(id, u"paused"_s, pauseOrAsk);
}

Result<void> JobSteering::resume(const QString &id)
{
    return change(id, u"resumed"_s, takePauseBack);
}

Result<void> JobSteering::move(const QString &id, QueueMove where)
{
    Result<JobRecord> record = find(id);
    if (!record)
        return record.error();
    if (!isQueued(record->job.state))
        return Error{ErrorCode::Conflict, u"Only a job that waits has a place in the queue"_s};
    switch (where) {
    case QueueMove::Up:
        return swapPlaces(*record, m_table.queuedBefore(record->job.place));
    case QueueMove::Down:
        return swapPlaces(*record, m_table.queuedAfter(record->job.place));
    case QueueMove::Top:
        return place(*record, m_table.firstPlace());
    case QueueMove::Bottom:
        return place(*record, m_table.lastPlace());
    }
    return {};
}

Result<void> JobSteering::swapPlaces(JobRecord &record,
                                     const Result<std::optional<JobRecord>> &neighbour)
{
    if (!neighbour)
        return neighbour.error();
    if (!*neighbour)
        return {}; // it is at the end already
    JobRecord other = **neighbour;
    std::swap(record.job.place, other.job.place);
    if (const Result<void> stored = m_table.store(other, m_now); !stored)
        return stored;
    return m_table.store(record, m_now);
}

Result<void> JobSteering::place(JobRecord &record, const Result<double> &place)
{
    if (!place)
        return place.error();
    record.job.place = *place;
    return m_table.store(record, m_now);
}

Result<void> JobSteering::setOptions(const QString &id, const ConversionOptions &options)
{
    Result<JobRecord> record = find(id);
    if (!record)
        return record.error();
    if (!mayChangeOptions(record->job))
        return Error{ErrorCode::Conflict,
                     u"The options of a job can be changed only before it begins"_s};
    record->job.request.options = options;
    if (const Result<void> put = m_table.putRequest(record->job); !put)
        return put;
    return m_table.store(*record, m_now);
}

} // namespace createzoom
