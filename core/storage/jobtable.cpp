// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jobtable.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/jobtransitions.h"
#include "core/storage/callbacktable.h"
#include "core/storage/jobrow.h"
#include "core/storage/sqlrows.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

JobTable::JobTable(SqliteConnection &connection)
    : m_connection(connection)
{}

Result<void> JobTable::run(const QString &name, const QString &id)
{
    return m_connection.statement(name).bind(u":id"_s, id).run();
}

Result<void> JobTable::countUp(const QString &counter, int by)
{
    return m_connection.statement(u"count_up"_s).bind(u":name"_s, counter).bind(u":by"_s, by).run();
}

Result<qint64> JobTable::next(const QString &counter, int by)
{
    if (const Result<void> counted = countUp(counter, by); !counted)
        return counted.error();
    SqlStatement reached = m_connection.statement(u"counter"_s);
    reached.bind(u":name"_s, counter);
    const Result<std::optional<qint64>> number = firstRow<qint64>(reached, numberFrom);
    if (!number)
        return number.error();
    return number->value_or(0);
}

Result<qint64> JobTable::nextRevision()
{
    return next(u"revision"_s, 1);
}

Result<void> JobTable::insert(const NewJob &job, qint64 now)
{
    for (const QString &counter : {u"revision"_s, u"last_place"_s}) {
        if (Result<void> counted = countUp(counter, 1); !counted)
            return counted;
    }
    Result<void> inserted
        = m_connection.statement(u"insert"_s)
              .bind(u":id"_s, job.id)
              .bind(u":bucket_job"_s, job.request.isBetweenBuckets())
              .bind(u":state"_s, stateName(JobState::Waiting))
              .bind(u":stage"_s, stageName(firstStage(job.request)))
              .bind(u":request"_s, QString::fromUtf8(jsonBytes(toJson(job.request))))
              .bind(u":now"_s, now)
              .run();
    if (inserted)
        inserted = CallbackTable(m_connection).put(job.id, job.sealedCallback);
    return inserted ? putToken(job.id, job.sealedToken) : inserted;
}

Result<std::optional<JobRecord>> JobTable::find(const QString &id)
{
    SqlStatement found = m_connection.statement(u"find"_s);
    found.bind(u":id"_s, id);
    return firstRow<JobRecord>(found, recordFrom);
}

Result<void> JobTable::store(JobRecord &record, qint64 now)
{
    const Result<qint64> revision = nextRevision();
    if (!revision)
        return revision.error();
    const Job &job = record.job;
    record.job.revision = *revision;
    finishStep(record, now);
    if (isTerminal(job.state)) {
        if (Result<void> erased = run(u"erase_token"_s, job.id); !erased)
            return erased;
    }
    if (Result<void> noted = CallbackTable(m_connection).note(job, now); !noted)
        return noted;
    SqlStatement stored = m_connection.statement(u"store"_s);
    bindRecord(stored, record);
    return stored.run();
}

Result<void> JobTable::remove(const QString &id, qint64 now)
{
    const Result<qint64> revision = nextRevision();
    if (!revision)
        return revision.error();
    const Result<void> noted = m_connection.statement(u"put_removal"_s)
                                   .bind(u":revision"_s, *revision)
                                   .bind(u":id"_s, id)
                                   .bind(u":now"_s, now)
                                   .run();
    return noted ? run(u"remove"_s, id) : noted;
}

Result<bool> JobTable::reserve(const QString &id, const QString &object)
{
    SqlStatement reserved = m_connection.statement(u"reserve"_s);
    reserved.bind(u":id"_s, id).bind(u":object"_s, object);
    const Result<std::optional<qint64>> row = firstRow<qint64>(reserved, numberFrom);
    return row ? Result<bool>(row->has_value()) : row.error();
}

Result<Beat> JobTable::answerTo(const Claim &claim)
{
    SqlStatement held = m_connection.statement(u"held"_s);
    held.bind(u":id"_s, claim.jobId)
        .bind(u":worker"_s, claim.worker)
        .bind(u":epoch"_s, claim.epoch);
    const auto answer = firstRow<Beat>(held, [](const SqlStatement &row) {
        const bool isStopping = row.value(0).toString() == stateName(JobState::Stopping);
        return Result<Beat>(isStopping                  ? Beat::Cancel
                                : row.value(1).toBool() ? Beat::Pause
                                                        : Beat::Ok);
    });
    if (!answer)
        return answer.error();
    return answer->value_or(Beat::Lost);
}

Result<QList<JobRecord>> JobTable::allHeld()
{
    SqlStatement held = m_connection.statement(u"all_held"_s);
    return allRows<JobRecord>(held, recordFrom);
}

Result<void> JobTable::renew(const Claim &claim, qint64 leaseUntil)
{
    return m_connection.statement(u"renew"_s)
        .bind(u":lease_until"_s, leaseUntil)
        .bind(u":id"_s, claim.jobId)
        .run();
}

Result<void>
JobTable::writeProgress(const Claim &claim, const StepProgress &step, qint64 leaseUntil, qint64 now)
{
    const Result<qint64> revision = nextRevision();
    if (!revision)
        return revision.error();
    return m_connection.statement(u"progress"_s)
        .bind(u":lease_until"_s, leaseUntil)
        .bind(u":step"_s, QString::fromUtf8(jsonBytes(toJson(step))))
        .bind(u":progress"_s, overallProgress(claim.request, step))
        .bind(u":now"_s, now)
        .bind(u":revision"_s, *revision)
        .bind(u":id"_s, claim.jobId)
        .run();
}

Result<void> JobTable::putRequest(const Job &job)
{
    return m_connection.statement(u"put_request"_s)
        .bind(u":id"_s, job.id)
        .bind(u":request"_s, QString::fromUtf8(jsonBytes(toJson(job.request))))
        .run();
}

Result<double> JobTable::nextPlace(const QString &counter, int by)
{
    const Result<qint64> place = next(counter, by);
    return place ? Result<double>(static_cast<double>(*place)) : place.error();
}

Result<double> JobTable::lastPlace()
{
    return nextPlace(u"last_place"_s, 1);
}

Result<double> JobTable::firstPlace()
{
    return nextPlace(u"first_place"_s, -1);
}

Result<std::optional<JobRecord>> JobTable::neighbour(const QString &name, double place)
{
    SqlStatement found = m_connection.statement(name);
    found.bind(u":place"_s, place);
    return firstRow<JobRecord>(found, recordFrom);
}

Result<std::optional<JobRecord>> JobTable::queuedBefore(double place)
{
    return neighbour(u"queued_before"_s, place);
}

Result<std::optional<JobRecord>> JobTable::queuedAfter(double place)
{
    return neighbour(u"queued_after"_s, place);
}

Result<bool> JobTable::isQueuePaused()
{
    SqlStatement paused = m_connection.statement(u"queue_paused"_s);
    const Result<std::optional<qint64>> value = firstRow<qint64>(paused, numberFrom);
    if (!value)
        return value.error();
    return value->value_or(0) != 0;
}

Result<void> JobTable::setQueuePaused(bool paused)
{
    return m_connection.statement(u"pause_queue"_s).bind(u":paused"_s, paused).run();
}

Result<std::optional<QByteArray>> JobTable::token(const QString &id)
{
    SqlStatement token = m_connection.statement(u"token"_s);
    token.bind(u":id"_s, id);
    return firstRow<QByteArray>(token, [](const SqlStatement &row) {
        return Result<QByteArray>(row.value(0).toByteArray());
    });
}

Result<void> JobTable::putToken(const QString &id, const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return {};
    return m_connection.statement(u"put_token"_s)
        .bind(u":id"_s, id)
        .bind(u":sealed"_s, sealed)
        .run();
}

Result<std::optional<Submitted>> JobTable::find(const IdempotencyKey &key, qint64 now)
{
    SqlStatement found = m_connection.statement(u"find_key"_s);
    found.bind(u":key"_s, key.key).bind(u":now"_s, now);
    return firstRow<Submitted>(found, [&key](const SqlStatement &row) {
        const bool isSameBody = row.value(0).toString() == key.bodyHash;
        return Result<Submitted>(
            {isSameBody ? Submitted::Outcome::Duplicate : Submitted::Outcome::KeyReused,
             row.value(1).toString()});
    });
}

Result<void> JobTable::put(const IdempotencyKey &key, const QString &id, qint64 expiresAt)
{
    return m_connection.statement(u"put_key"_s)
        .bind(u":key"_s, key.key)
        .bind(u":body_hash"_s, key.bodyHash.isNull() ? u""_s : key.bodyHash)
        .bind(u":id"_s, id)
        .bind(u":expires_at"_s, expiresAt)
        .run();
}

Result<void> JobTable::forgetKeys(qint64 now)
{
    return m_connection.statement(u"forget_keys"_s).bind(u":now"_s, now).run();
}

Result<qint64> JobTable::unfinishedCount()
{
    SqlStatement count = m_connection.statement(u"unfinished_count"_s);
    const Result<std::optional<qint64>> found = firstRow<qint64>(count, numberFrom);
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<int> JobTable::forget(qint64 endedBefore, int limit, qint64 now)
{
    SqlStatement ended = m_connection.statement(u"forgettable"_s);
    ended.bind(u":before"_s, endedBefore).bind(u":limit"_s, limit);
    const Result<QStringList> ids = allRows<QString>(ended, textFrom);
    if (!ids)
        return ids.error();
    for (const QString &id : *ids) {
        if (const Result<void> removed = remove(id, now); !removed)
            return removed.error();
    }
    return int(ids->size());
}

Result<void> JobTable::forgetRemovals(qint64 removedBefore)
{
    return m_connection.statement(u"forget_removals"_s).bind(u":before"_s, removedBefore).run();
}

Result<void> JobTable::appendLog(const QString &id, const QStringList &lines, int kept)
{
    std::optional<qint64> last;
    {
        SqlStatement statement = m_connection.statement(u"log_last"_s);
        statement.bind(u":id"_s, id);
        const Result<std::optional<qint64>> found = firstRow<qint64>(statement, numberFrom);
        if (!found)
            return found.error();
        last = *found;
    }
    if (!last)
        return Error{ErrorCode::NotFound, u"There is no such job"_s};
    for (const QString &line : lines) {
        Result<void> appended = m_connection.statement(u"log_append"_s)
                                    .bind(u":id"_s, id)
                                    .bind(u":number"_s, ++*last)
                                    .bind(u":line"_s, line.isNull() ? u""_s : line)
                                    .run();
        if (!appended)
            return appended;
    }
    return m_connection.statement(u"log_trim"_s)
        .bind(u":id"_s, id)
        .bind(u":last"_s, *last - kept)
        .run();
}

Result<QStringList> JobTable::log(const QString &id)
{
    SqlStatement lines = m_connection.statement(u"log"_s);
    lines.bind(u":id"_s, id);
    return allRows<QString>(lines, textFrom);
}

Result<void> JobTable::touch(qint64 now)
{
    return m_connection.statement(u"touch"_s).bind(u":now"_s, now).run();
}

} // namespace createzoom
