// SPDX-License-Identifier: GPL-3.0-or-later
// JobTable: which job is next.
#include "core/jobs/jobjson.h"
#include "core/storage/jobrow.h"
#include "core/storage/jobtable.h"
#include "core/storage/sqlrows.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QString stagesText(const QList<Stage> &stages)
{
    QStringList names;
    std::transform(stages.begin(), stages.end(), std::back_inserter(names), stageName);
    return jsonList(names);
}

std::optional<qint64> earlier(const QVariant &a, const QVariant &b)
{
    if (a.isNull() && b.isNull())
        return std::nullopt;
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    return std::min(a.isNull() ? never : a.toLongLong(), b.isNull() ? never : b.toLongLong());
}

} // namespace

Result<QString> JobTable::openStages(QList<Stage> stages, const EngineLimits &limits)
{
    const Result<bool> isPaused = isQueuePaused();
    if (!isPaused)
        return isPaused.error();
    if (*isPaused)
        return stagesText({});
    if (limits.downloadsAhead > 0 && stages.contains(Stage::Download)) {
        SqlStatement count = m_connection.statement(u"downloaded_count"_s);
        count.bind(u":limit"_s, limits.downloadsAhead);
        const Result<std::optional<qint64>> downloaded = firstRow<qint64>(count, numberFrom);
        if (!downloaded)
            return downloaded.error();
        if (downloaded->value_or(0) >= limits.downloadsAhead)
            stages.removeAll(Stage::Download);
    }
    return stagesText(stages);
}

Result<std::optional<JobRecord>> JobTable::nextWaiting(const QList<Stage> &stages,
                                                       const EngineLimits &limits)
{
    const Result<QString> open = openStages(stages, limits);
    if (!open)
        return open.error();
    SqlStatement next = m_connection.statement(u"next_waiting"_s);
    next.bind(u":stages"_s, *open);
    Result<std::optional<JobRecord>> first = firstRow<JobRecord>(next, recordFrom);
    if (!first || !*first)
        return first;
    const Result<bool> isAtLimit = hasEnoughRunning((*first)->job, limits);
    if (!isAtLimit)
        return isAtLimit.error();
    if (!*isAtLimit)
        return first;
    SqlStatement others = m_connection.statement(u"next_of_others"_s);
    others.bind(u":stages"_s, *open)
        .bind(u":looked"_s, limits.lookedAtForOthers)
        .bind(u":most"_s, limits.runningPerUser);
    Result<std::optional<JobRecord>> other = firstRow<JobRecord>(others, recordFrom);
    return !other || *other ? other : first;
}

Result<bool> JobTable::hasEnoughRunning(const Job &job, const EngineLimits &limits)
{
    if (limits.runningPerUser == 0 || job.request.submitter.isEmpty())
        return false;
    SqlStatement count = m_connection.statement(u"running_of"_s);
    count.bind(u":stage"_s, stageName(job.stage)).bind(u":submitter"_s, job.request.submitter);
    const Result<std::optional<qint64>> running = firstRow<qint64>(count, numberFrom);
    return running ? Result<bool>(running->value_or(0) >= limits.runningPerUser) : running.error();
}

Result<QList<JobRecord>> JobTable::due(qint64 now, int limit)
{
    SqlStatement due = m_connection.statement(u"due"_s);
    due.bind(u":now"_s, now).bind(u":limit"_s, limit);
    return allRows<JobRecord>(due, recordFrom);
}

Result<Outlook> JobTable::outlook(const QList<Stage> &stages, const EngineLimits &limits)
{
    const Result<QString> open = openStages(stages, limits);
    if (!open)
        return open.error();
    SqlStatement outlook = m_connection.statement(u"outlook"_s);
    outlook.bind(u":stages"_s, *open);
    const auto found = firstRow<Outlook>(outlook, [](const SqlStatement &row) {
        return Result<Outlook>(Outlook{row.value(0).toBool(), earlier(row.value(1), row.value(2))});
    });
    if (!found)
        return found.error();
    return found->value_or(Outlook{});
}

} // namespace createzoom
