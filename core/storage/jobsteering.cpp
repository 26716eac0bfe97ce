// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jobsteering.h"

#include "core/base/names.h"
#include "core/jobs/jobjson.h"
#include "core/storage/jobtransitions.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString byRequest = u" by request"_s;

constexpr std::array ways{std::pair{QueueMove::Up, "up"},
                          std::pair{QueueMove::Down, "down"},
                          std::pair{QueueMove::Top, "to the top"},
                          std::pair{QueueMove::Bottom, "to the bottom"}};

/// "options changed by request: quality 60, tile_size 510"
QString changeText(const ConversionOptions &from, const ConversionOptions &to)
{
    const QJsonObject before = optionsToJson(from);
    const QJsonObject after = optionsToJson(to);
    QStringList changes;
    for (auto option = after.begin(); option != after.end(); ++option) {
        if (before.value(option.key()) != option.value())
            changes << option.key() + u' ' + option.value().toVariant().toString();
    }
    return u"options changed%1: %2"_s.arg(byRequest, changes.join(u", "_s));
}

} // namespace

JobSteering::JobSteering(SqliteConnection &connection, const EngineLimits &limits, qint64 now)
    : m_table(connection)
    , m_logLines(limits.logLines)
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
    const JobState before = record->job.state;
    const bool wasWanted = record->job.pauseWanted;
    if (!by(*record))
        return Error{ErrorCode::Conflict,
                     u"The job is %1: it cannot be %2 now"_s.arg(stateName(before), name)};
    if (record->job.state != before)
        return store(*record, name + byRequest);
    if (record->job.pauseWanted != wasWanted)
        return store(*record, name + byRequest + u", while it runs"_s);
    return {}; // it was so already
}

Result<void> JobSteering::store(JobRecord &record, const QString &deed)
{
    if (const Result<void> stored = m_table.store(record, m_now); !stored)
        return stored;
    const QString line = u"%1 info %2"_s.arg(isoTime(m_now), deed);
    return m_table.appendLog(record.job.id, {line}, m_logLines);
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
    const bool isAtOnce = isTerminal(record.job.state);
    const QString when = isAtOnce ? QString() : u", while it runs"_s;
    if (const Result<void> stored = store(record, u"cancelled"_s + byRequest + when); !stored)
        return stored.error();
    return isAtOnce ? CancelOutcome::Cancelled : CancelOutcome::Stopping;
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
    const Result<double> last = m_table.lastPlace();
    if (!last)
        return last.error();
    record.job.place = *last;
    if (const Result<void> stored = store(record, u"starts over"_s + byRequest); !stored)
        return stored.error();
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
    return m_table.remove(id, m_now);
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
        return swapPlaces(*record, m_table.queuedBefore(record->job.place), where);
    case QueueMove::Down:
        return swapPlaces(*record, m_table.queuedAfter(record->job.place), where);
    case QueueMove::Top:
        return place(*record, m_table.firstPlace(), where);
    case QueueMove::Bottom:
        return place(*record, m_table.lastPlace(), where);
    }
    return {};
}

Result<void> JobSteering::swapPlaces(JobRecord &record,
                                     const Result<std::optional<JobRecord>> &neighbour,
                                     QueueMove where)
{
    if (!neighbour)
        return neighbour.error();
    if (!*neighbour)
        return {}; // it is at the end already
    JobRecord other = **neighbour;
    const double its = std::exchange(other.job.place, record.job.place);
    if (const Result<void> stored = m_table.store(other, m_now); !stored)
        return stored;
    return place(record, its, where);
}

Result<void> JobSteering::place(JobRecord &record, const Result<double> &place, QueueMove where)
{
    if (!place)
        return place.error();
    record.job.place = *place;
    return store(record, u"moved %1"_s.arg(nameOf(where, ways)) + byRequest);
}

Result<void> JobSteering::setOptions(const QString &id, const ConversionOptions &options)
{
    Result<JobRecord> record = find(id);
    if (!record)
        return record.error();
    if (!mayChangeOptions(record->job))
        return Error{ErrorCode::Conflict,
                     u"The options of a job can be changed only before it begins"_s};
    if (record->job.request.options == options)
        return {};
    const QString deed = changeText(record->job.request.options, options);
    record->job.request.options = options;
    if (const Result<void> put = m_table.putRequest(record->job); !put)
        return put;
    return store(*record, deed);
}

} // namespace createzoom
