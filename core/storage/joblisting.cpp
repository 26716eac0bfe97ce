// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/joblisting.h"

#include "core/jobs/jobtransitions.h"
#include "core/storage/jobrow.h"
#include "core/storage/sqlrows.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QString statesText(const QList<JobState> &states)
{
    QStringList names;
    std::transform(states.begin(), states.end(), std::back_inserter(names), stateName);
    return jsonList(names);
}

QString pageOf(JobOrder order)
{
    switch (order) {
    case JobOrder::OldestFirst:
        return u"page_oldest"_s;
    case JobOrder::LatestChangeFirst:
        return u"page_latest_change"_s;
    case JobOrder::EarliestChangeFirst:
        return u"page_earliest_change"_s;
    case JobOrder::NewestFirst:
        break;
    }
    return u"page"_s;
}

Result<Job> jobFrom(const SqlStatement &row)
{
    Result<JobRecord> record = recordFrom(row);
    return record ? Result<Job>(std::move(record->job)) : record.error();
}

} // namespace

JobListing::JobListing(SqliteConnection &connection)
    : m_connection(connection)
{}

Result<QStringList> JobListing::unfinishedIds()
{
    SqlStatement ids = m_connection.statement(u"unfinished"_s);
    return allRows<QString>(ids, textFrom);
}

Result<std::optional<Job>> JobListing::job(const QString &id)
{
    SqlStatement found = m_connection.statement(u"find"_s);
    found.bind(u":id"_s, id);
    return firstRow<Job>(found, jobFrom);
}

Result<JobPage> JobListing::page(const JobFilter &filter, qint64 cursor, int limit)
{
    SqlStatement rows = m_connection.statement(pageOf(filter.order));
    if (isBackwards(filter.order))
        rows.bind(u":before"_s, cursor > 0 ? cursor : std::numeric_limits<qint64>::max());
    else
        rows.bind(u":after"_s, cursor);
    rows.bind(u":any_state"_s, filter.states.isEmpty())
        .bind(u":states"_s, statesText(filter.states))
        .bind(u":bucket_job"_s, filter.bucketJobsOnly)
        .bind(u":limit"_s, qint64{limit} + 1); // one more: is there a page after this one?
    const Result<QList<JobRecord>> found = allRows<JobRecord>(rows, recordFrom);
    if (!found)
        return found.error();
    JobPage page;
    for (const JobRecord &record : *found) {
        if (page.jobs.size() == limit)
            return page;
        page.jobs << record.job;
        page.nextCursor = isByChange(filter.order) ? record.job.revision : record.sequence;
    }
    page.nextCursor = 0;
    return page;
}

Result<QList<Job>> JobListing::changes(qint64 since, int limit)
{
    SqlStatement rows = m_connection.statement(u"changes"_s);
    rows.bind(u":since"_s, since).bind(u":limit"_s, limit);
    return allRows<Job>(rows, jobFrom);
}

Result<QList<Removal>> JobListing::removals(qint64 since, int limit)
{
    SqlStatement rows = m_connection.statement(u"removals"_s);
    rows.bind(u":since"_s, since).bind(u":limit"_s, limit);
    return allRows<Removal>(rows, [](const SqlStatement &row) {
        return Result<Removal>({row.value(0).toLongLong(), row.value(1).toString()});
    });
}

Result<QueueStats> JobListing::stats()
{
    struct StateRow
    {
        JobState state = JobState::Waiting;
        qint64 count = 0;
        qint64 revision = 0;
    };
    SqlStatement counts = m_connection.statement(u"counts"_s);
    const auto rows = allRows<StateRow>(counts, [](const SqlStatement &row) {
        return Result<StateRow>(
            {stateFromName(row.value(0).toString()).value_or(JobState::Interrupted),
             row.value(1).toLongLong(),
             row.value(2).toLongLong()});
    });
    if (!rows)
        return rows.error();
    QueueStats stats;
    for (const StateRow &row : *rows) {
        qint64 &group = isHeld(row.state) ? stats.running
            : isTerminal(row.state)       ? stats.ended
                                          : stats.waiting;
        group += row.count;
        stats.byState[row.state] += row.count;
        stats.revision = std::max(stats.revision, row.revision);
    }
    const Result<QMap<Stage, StageQueue>> waiting = queues();
    if (!waiting)
        return waiting.error();
    stats.queues = *waiting;
    return stats;
}

Result<QMap<Stage, StageQueue>> JobListing::queues()
{
    using Row = std::pair<Stage, StageQueue>;
    SqlStatement rows = m_connection.statement(u"queues"_s);
    const Result<QList<Row>> found = allRows<Row>(rows, [](const SqlStatement &row) {
        return Result<Row>({stageFromName(row.value(0).toString()).value_or(Stage::Process),
                            {row.value(1).toLongLong(), row.value(2).toLongLong()}});
    });
    if (!found)
        return found.error();
    QMap<Stage, StageQueue> queues;
    for (const Row &row : *found)
        queues.insert(row.first, row.second);
    return queues;
}

} // namespace createzoom
