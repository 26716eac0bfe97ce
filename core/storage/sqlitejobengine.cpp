// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitejobengine.h"

#include "core/jobs/jobsteering.h"
#include "core/jobs/jobtransitions.h"
#include "core/storage/callbacktable.h"
#include "core/storage/doorbell.h"
#include "core/storage/jobadmission.h"
#include "core/storage/jobclaims.h"
#include "core/storage/joblisting.h"
#include "core/storage/jobtable.h"
#include "core/storage/sqliteconnection.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// Jobs forgotten in one transaction, so that nobody waits long for the write lock.
constexpr int forgottenAtOnce = 500;

/// How long to wait for `outlook`, at most until `end`.
steady_clock::time_point wakeTime(const Outlook &outlook, qint64 now, steady_clock::time_point end)
{
    if (!outlook.nextDue)
        return end;
    const milliseconds left(std::max<qint64>(*outlook.nextDue - now, 1));
    const auto limit = std::chrono::ceil<milliseconds>(end - steady_clock::now());
    return left < limit ? steady_clock::now() + left : end;
}

} // namespace

Result<std::unique_ptr<SqliteJobEngine>>
SqliteJobEngine::open(const QString &folder, const EngineLimits &limits, const Clock &clock)
{
    Result<std::unique_ptr<SqliteDatabase>> database = SqliteDatabase::open(folder);
    if (!database)
        return database.error();
    auto engine = std::make_unique<SqliteJobEngine>(std::move(*database), limits, clock);
    // The folder is locked: whoever held these claims is dead.
    const Result<int> recovered = engine->putBackHeld();
    if (!recovered)
        return recovered.error();
    engine->m_recovered = *recovered;
    return engine;
}

SqliteJobEngine::SqliteJobEngine(std::unique_ptr<SqliteDatabase> database,
                                 const EngineLimits &limits,
                                 Clock clock)
    : m_database(std::move(database))
    , m_limits(limits)
    , m_clock(std::move(clock))
    , m_doorbell(std::make_unique<Doorbell>())
    , m_admission(std::make_unique<JobAdmission>(m_limits, m_clock))
{}

SqliteJobEngine::~SqliteJobEngine() = default;

QList<Result<Submitted>> SqliteJobEngine::submitAll(const QList<NewJob> &jobs)
{
    const auto outcomes = m_database->write(Durability::Full, [&](SqliteConnection &connection) {
        JobTable table(connection);
        return m_admission->accept(table, jobs);
    });
    m_doorbell->ring();
    return outcomes ? *outcomes : QList<Result<Submitted>>(jobs.size(), outcomes.error());
}

Result<std::optional<Claim>> SqliteJobEngine::claim(const QList<Stage> &stages,
                                                    const QString &worker,
                                                    milliseconds wait,
                                                    std::stop_token stop)
{
    const auto end = steady_clock::now() + wait;
    for (;;) {
        const quint64 seen = m_doorbell->rings();
        // Looked at before the write lock is taken: idle workers must not stand in others' way.
        const Result<Outlook> outlook = m_database->read([&](SqliteConnection &connection) {
            return JobTable(connection).outlook(stages, m_limits);
        });
        if (!outlook)
            return outlook.error();
        const qint64 now = m_clock();
        if (outlook->isWaiting || outlook->nextDue.value_or(now + 1) <= now) {
            Result<std::optional<Claim>> claim = claimNow(stages, worker);
            if (claim && *claim && (*claim)->stage == Stage::Process)
                m_doorbell->ring(); // one less waits for it: a Download may go ahead
            if (!claim || *claim)
                return claim;
        }
        if (stop.stop_requested() || steady_clock::now() >= end)
            return std::optional<Claim>();
        m_doorbell->waitUntil(wakeTime(*outlook, now, end), seen, stop);
    }
}

Result<std::optional<Claim>> SqliteJobEngine::claimNow(const QList<Stage> &stages,
                                                       const QString &worker)
{
    return m_database->write(Durability::Full, [&](SqliteConnection &connection) {
        return JobClaims(connection, m_limits, m_clock()).next(stages, worker);
    });
}

Result<Beat> SqliteJobEngine::beat(const Claim &claim, const std::optional<StepProgress> &progress)
{
    return m_database->write(Durability::Normal, [&](SqliteConnection &connection) -> Result<Beat> {
        JobTable table(connection);
        const Result<Beat> answer = table.answerTo(claim);
        if (!answer || *answer == Beat::Lost)
            return answer;
        const qint64 now = m_clock();
        const qint64 leaseUntil = now + m_limits.lease.count();
        const Result<void> written = progress
            ? table.writeProgress(claim, *progress, leaseUntil, now)
            : table.renew(claim, leaseUntil);
        if (!written)
            return written.error();
        return answer;
    });
}

Result<Fence>
SqliteJobEngine::change(const Claim &claim, Durability durability, const Change &change)
{
    return m_database->write(durability, [&](SqliteConnection &connection) -> Result<Fence> {
        JobTable table(connection);
        Result<std::optional<JobRecord>> found = table.find(claim.jobId);
        if (!found)
            return found.error();
        if (!*found || !isHeldBy(**found, claim) || !change(**found))
            return Fence::Lost;
        const Result<void> stored = table.store(**found, m_clock());
        return stored ? Result<Fence>(Fence::Ok) : stored.error();
    });
}

Result<Fence> SqliteJobEngine::learn(const Claim &claim, const JobFacts &news)
{
    return change(claim, Durability::Normal, [&](JobRecord &record) {
        record.job.facts.learn(news);
        return true;
    });
}

Result<bool> SqliteJobEngine::reserve(const Claim &claim, const QString &object)
{
    return m_database->write(Durability::Normal, [&](SqliteConnection &connection) {
        return JobTable(connection).reserve(claim.jobId, object);
    });
}

Result<Fence> SqliteJobEngine::settle(const Claim &claim, const Change &change)
{
    Result<Fence> settled = this->change(claim, Durability::Full, change);
    m_doorbell->ring();
    return settled;
}

Result<Fence> SqliteJobEngine::advance(const Claim &claim, Stage next, const Artifact &artifact)
{
    return settle(claim, [&](JobRecord &record) { return advanceTo(record, next, artifact); });
}

Result<Fence> SqliteJobEngine::complete(const Claim &claim,
                                        const QString &result,
                                        const QStringList &warnings,
                                        JobState state)
{
    return settle(claim, [&](JobRecord &record) {
        record.job.result = result;
        record.job.warnings = warnings;
        return completeAs(record, state);
    });
}

Result<Fence>
SqliteJobEngine::fail(const Claim &claim, const Error &error, std::optional<milliseconds> retryIn)
{
    const qint64 readyAt = retryIn ? m_clock() + retryIn->count() : 0;
    return settle(claim, [&](JobRecord &record) { return failWith(record, error, readyAt); });
}

Result<Fence> SqliteJobEngine::release(const Claim &claim,
                                       const std::optional<Error> &reason,
                                       milliseconds blockedFor)
{
    const qint64 readyAt = m_clock() + blockedFor.count();
    return settle(claim, [&](JobRecord &record) {
        return reason ? blockUntil(record, *reason, readyAt) : putBack(record);
    });
}

Result<Fence> SqliteJobEngine::sendBack(const Claim &claim, Stage stage)
{
    return settle(claim, [&](JobRecord &record) { return sendBackTo(record, stage); });
}

Result<int> SqliteJobEngine::putBackHeld()
{
    return m_database->write(Durability::Full, [&](SqliteConnection &connection) {
        return JobClaims(connection, m_limits, m_clock()).putBackHeld();
    });
}

template<typename Ask>
auto SqliteJobEngine::steer(Ask ask) -> std::invoke_result_t<Ask, JobSteering &>
{
    auto answer = m_database->write(Durability::Full, [&](SqliteConnection &connection) {
        JobTable table(connection);
        JobSteering steering(table, m_limits, m_clock());
        return ask(steering);
    });
    m_doorbell->ring();
    return answer;
}

Result<CancelOutcome> SqliteJobEngine::cancel(const QString &id)
{
    return steer([&](JobSteering &steering) { return steering.cancel(id); });
}

Result<RetryOutcome> SqliteJobEngine::retry(const QString &id, const QByteArray &sealedToken)
{
    return steer([&](JobSteering &steering) {
        m_admission->countAnew();
        return steering.retry(id, sealedToken);
    });
}

Result<void> SqliteJobEngine::remove(const QString &id)
{
    return steer([&](JobSteering &steering) { return steering.remove(id); });
}

Result<void> SqliteJobEngine::pause(const QString &id)
{
    return steer([&](JobSteering &steering) { return steering.pause(id); });
}

Result<void> SqliteJobEngine::resume(const QString &id)
{
    return steer([&](JobSteering &steering) { return steering.resume(id); });
}

Result<void> SqliteJobEngine::move(const QString &id, QueueMove where)
{
    return steer([&](JobSteering &steering) { return steering.move(id, where); });
}

Result<void> SqliteJobEngine::setOptions(const QString &id, const ConversionOptions &options)
{
    return steer([&](JobSteering &steering) { return steering.setOptions(id, options); });
}

Result<QList<DueCallback>> SqliteJobEngine::takeCallbacks(int limit, milliseconds lease)
{
    const qint64 now = m_clock();
    return takeDueCallbacks(*m_database, now, limit, now + lease.count());
}

Result<void> SqliteJobEngine::settleCallback(const QString &id, std::optional<milliseconds> againIn)
{
    return m_database->write(Durability::Normal, [&](SqliteConnection &connection) {
        CallbackTable table(connection);
        return againIn ? table.postpone(id, m_clock() + againIn->count()) : table.forget(id);
    });
}

Result<void> SqliteJobEngine::announce(const WorkerInfo &worker)
{
    m_workers.announce(worker, m_clock());
    return {};
}

Result<QueueState> SqliteJobEngine::queue()
{
    return m_database->read([](SqliteConnection &connection) -> Result<QueueState> {
        const Result<bool> isPaused = JobTable(connection).isQueuePaused();
        if (!isPaused)
            return isPaused.error();
        return QueueState{.isPaused = *isPaused};
    });
}

Result<void> SqliteJobEngine::setQueuePaused(bool paused)
{
    Result<void> set = m_database->write(Durability::Full, [&](SqliteConnection &connection) {
        return JobTable(connection).setQueuePaused(paused);
    });
    m_doorbell->ring();
    return set;
}

Result<std::optional<Job>> SqliteJobEngine::get(const QString &id)
{
    return m_database->read(
        [&](SqliteConnection &connection) { return JobListing(connection).job(id); });
}

Result<JobPage> SqliteJobEngine::list(const JobFilter &filter, qint64 cursor, int limit)
{
    return m_database->read([&](SqliteConnection &connection) {
        return JobListing(connection).page(filter, cursor, std::max(limit, 1));
    });
}

Result<QList<Job>> SqliteJobEngine::changes(qint64 since, int limit)
{
    return m_database->read([&](SqliteConnection &connection) {
        return JobListing(connection).changes(since, std::max(limit, 1));
    });
}

Result<QList<Removal>> SqliteJobEngine::removals(qint64 since, int limit)
{
    return m_database->read([&](SqliteConnection &connection) {
        return JobListing(connection).removals(since, std::max(limit, 1));
    });
}

Result<QueueStats> SqliteJobEngine::stats()
{
    return m_database->read(
        [](SqliteConnection &connection) { return JobListing(connection).stats(); });
}

Result<QStringList> SqliteJobEngine::unfinishedIds()
{
    return m_database->read(
        [](SqliteConnection &connection) { return JobListing(connection).unfinishedIds(); });
}

Result<void> SqliteJobEngine::appendLog(const QString &id, const QStringList &lines)
{
    return m_database->write(Durability::Normal, [&](SqliteConnection &connection) {
        return JobTable(connection).appendLog(id, lines, m_limits.logLines);
    });
}

Result<QStringList> SqliteJobEngine::log(const QString &id)
{
    return m_database->read(
        [&](SqliteConnection &connection) { return JobTable(connection).log(id); });
}

Result<void> SqliteJobEngine::tick()
{
    const qint64 now = m_clock();
    const Result<int> promoted
        = m_database->write(Durability::Full, [&](SqliteConnection &connection) -> Result<int> {
              Result<void> forgotten = JobTable(connection).forgetKeys(now);
              if (forgotten)
                  forgotten = JobTable(connection)
                                  .forgetRemovals(now - milliseconds(m_limits.removals).count());
              return forgotten ? JobClaims(connection, m_limits, now).promoteDue()
                               : forgotten.error();
          });
    if (!promoted)
        return promoted.error();
    m_doorbell->ring();
    const qint64 endedBefore = now - milliseconds(m_limits.retention).count();
    for (int count = forgottenAtOnce; count == forgottenAtOnce;) {
        const Result<int> forgotten
            = m_database->write(Durability::Full, [&](SqliteConnection &connection) {
                  return JobTable(connection).forget(endedBefore, forgottenAtOnce, now);
              });
        if (!forgotten)
            return forgotten.error();
        count = *forgotten;
    }
    return {};
}

Result<void> SqliteJobEngine::health()
{
    return m_database->write(Durability::Normal, [&](SqliteConnection &connection) {
        return JobTable(connection).touch(m_clock());
    });
}

} // namespace createzoom
