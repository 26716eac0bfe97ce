// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisjobengine.h"

#include "core/base/logging.h"
#include "core/jobs/jobjson.h"
#include "core/jobs/jobsteering.h"
#include "core/jobs/jobtransitions.h"
#include "core/redis/redisclaims.h"
#include "core/redis/redisclient.h"
#include "core/redis/redislisting.h"
#include "core/redis/redisserver.h"
#include "core/redis/redistransaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::milliseconds;

namespace {

constexpr int forgottenAtOnce = 500;
/// A server that may come: each try takes up to its own time limit beside this.
constexpr std::chrono::seconds triedAgainAfter{1};

Result<void> doneOrError(const Result<RespValue> &answer)
{
    return answer ? Result<void>() : answer.error();
}

/// As submit.lua takes a job.
QByteArrayList wordsOf(const NewJob &job)
{
    const JobRequest &request = job.request;
    QByteArrayList words{job.id.toUtf8(),
                         stageName(firstStage(request)).toLatin1(),
                         request.isBetweenBuckets() ? "" : "1",
                         job.sealedToken,
                         job.key ? job.key->key.toUtf8() : QByteArray(),
                         job.key ? job.key->bodyHash.toUtf8() : QByteArray(),
                         job.sealedCallback};
    const RedisFields fields = fieldsOf(request);
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        words << field.key() << field.value();
    return words;
}

Result<Submitted> submittedFrom(const RespValue &answer, const NewJob &job)
{
    using enum Submitted::Outcome;
    const QByteArray word = answer.at(0).text;
    if (word == "conflict")
        return Error{ErrorCode::Conflict, u"There is a job of this id already"_s, job.id};
    return Submitted{.outcome = word == "accepted" ? Accepted
                         : word == "duplicate"     ? Duplicate
                         : word == "key_reused"    ? KeyReused
                                                   : QueueFull,
                     .id = QString::fromUtf8(answer.at(1).text)};
}

} // namespace

Result<std::unique_ptr<RedisJobEngine>>
RedisJobEngine::open(RedisAddress address, const EngineLimits &limits, const RedisNode &node)
{
    const QString where = address.text();
    const int waitReplicas = address.waitReplicas;
    auto client = std::make_unique<RedisClient>(std::move(address));
    const Result<RespValue> reached = client->script("stats", {});
    if (!reached) {
        Error error = reached.error();
        error.message = u"%1: %2 (%3)"_s.arg(where, error.message, error.detail);
        if (error.code == ErrorCode::Unavailable)
            error.retryAfter = triedAgainAfter;
        return error;
    }
    const Result<RespValue> info = client->command({"INFO"});
    const RedisServerInfo server = redisServerInfo(info ? info->text : QByteArray());
    if (const Result<void> checked = checkServer(server); !checked)
        return checked.error();
    for (const QString &warning : serverWarnings(server, waitReplicas))
        qCWarning(lcJobs).noquote() << warning;
    return std::unique_ptr<RedisJobEngine>(new RedisJobEngine(std::move(client), limits, node));
}

RedisJobEngine::RedisJobEngine(std::unique_ptr<RedisClient> client,
                               const EngineLimits &limits,
                               const RedisNode &node)
    : m_client(std::move(client))
    , m_limits(limits)
    , m_node(node)
{}

RedisJobEngine::~RedisJobEngine() = default;

QList<Result<Submitted>> RedisJobEngine::submitAll(const QList<NewJob> &jobs)
{
    QByteArrayList words{QByteArray::number(m_limits.queueLimit),
                         QByteArray::number(milliseconds(m_limits.idempotency).count())};
    for (const NewJob &job : jobs) {
        const QByteArrayList own = wordsOf(job);
        words << QByteArray::number(own.size()) << own;
    }
    const Result<RespValue> answer = m_client->promise("submit", words);
    QList<Result<Submitted>> outcomes;
    for (qsizetype i = 0; i < jobs.size(); ++i)
        outcomes << (answer ? submittedFrom(answer->at(i), jobs.at(i)) : answer.error());
    return outcomes;
}

Result<std::optional<Claim>> RedisJobEngine::claim(const QList<Stage> &stages,
                                                   const QString &worker,
                                                   milliseconds wait,
                                                   std::stop_token stop)
{
    return RedisClaims(*m_client, m_limits, m_node).next(stages, worker, wait, stop);
}

Result<int> RedisJobEngine::recover(const QString &worker)
{
    return RedisClaims(*m_client, m_limits, m_node).putBackHeld(worker);
}

Result<Beat> RedisJobEngine::beat(const Claim &claim, const std::optional<StepProgress> &progress)
{
    const Result<RespValue> answer = m_client->script(
        "beat",
        {claim.jobId.toUtf8(),
         claim.worker.toUtf8(),
         QByteArray::number(claim.epoch),
         QByteArray::number(m_limits.lease.count()),
         progress ? jsonBytes(toJson(*progress)) : QByteArray(),
         progress ? exactDecimal(overallProgress(claim.request, *progress)) : QByteArray("0")});
    if (!answer)
        return answer.error();
    return answer->text == "ok"    ? Beat::Ok
        : answer->text == "cancel" ? Beat::Cancel
        : answer->text == "pause"  ? Beat::Pause
                                   : Beat::Lost;
}

Result<Fence> RedisJobEngine::change(const Claim &claim, const Change &change)
{
    return transact(*m_client, claim.jobId, [&](RedisTransaction &transaction) -> Result<Fence> {
        Result<std::optional<JobRecord>> found = transaction.find(claim.jobId);
        if (!found)
            return found.error();
        if (!*found || !isHeldBy(**found, claim) || !change(**found, transaction.now()))
            return Fence::Lost;
        const Result<void> stored = transaction.store(**found, transaction.now());
        return stored ? Result<Fence>(Fence::Ok) : stored.error();
    });
}

Result<Fence> RedisJobEngine::learn(const Claim &claim, const JobFacts &news)
{
    return change(claim, [&](JobRecord &record, qint64) {
        record.job.facts.learn(news);
        return true;
    });
}

Result<bool> RedisJobEngine::reserve(const Claim &claim, const QString &object)
{
    const Result<RespValue> answer
        = m_client->script("reserve", {claim.jobId.toUtf8(), object.toUtf8()});
    return answer ? Result<bool>(answer->integer() == 1) : answer.error();
}

Result<Fence> RedisJobEngine::advance(const Claim &claim, Stage next, const Artifact &artifact)
{
    return change(claim,
                  [&](JobRecord &record, qint64) { return advanceTo(record, next, artifact); });
}

Result<Fence> RedisJobEngine::complete(const Claim &claim,
                                       const QString &result,
                                       const QStringList &warnings,
                                       JobState state)
{
    return change(claim, [&](JobRecord &record, qint64) {
        record.job.result = result;
        record.job.warnings = warnings;
        return completeAs(record, state);
    });
}

Result<Fence>
RedisJobEngine::fail(const Claim &claim, const Error &error, std::optional<milliseconds> retryIn)
{
    return change(claim, [&](JobRecord &record, qint64 now) {
        return failWith(record, error, retryIn ? now + retryIn->count() : 0);
    });
}

Result<Fence> RedisJobEngine::release(const Claim &claim,
                                      const std::optional<Error> &reason,
                                      milliseconds blockedFor)
{
    return change(claim, [&](JobRecord &record, qint64 now) {
        return reason ? blockUntil(record, *reason, now + blockedFor.count()) : putBack(record);
    });
}

Result<Fence> RedisJobEngine::sendBack(const Claim &claim, Stage stage)
{
    return change(claim, [&](JobRecord &record, qint64) { return sendBackTo(record, stage); });
}

template<typename Ask>
auto RedisJobEngine::steer(const QString &id, Ask ask) -> std::invoke_result_t<Ask, JobSteering &>
{
    return transact(*m_client, id, [&](RedisTransaction &transaction) {
        JobSteering steering(transaction, m_limits, transaction.now());
        return ask(steering);
    });
}

Result<CancelOutcome> RedisJobEngine::cancel(const QString &id)
{
    return steer(id, [&](JobSteering &steering) { return steering.cancel(id); });
}

Result<RetryOutcome> RedisJobEngine::retry(const QString &id, const QByteArray &sealedToken)
{
    return steer(id, [&](JobSteering &steering) { return steering.retry(id, sealedToken); });
}

Result<void> RedisJobEngine::remove(const QString &id)
{
    return steer(id, [&](JobSteering &steering) { return steering.remove(id); });
}

Result<void> RedisJobEngine::pause(const QString &id)
{
    return steer(id, [&](JobSteering &steering) { return steering.pause(id); });
}

Result<void> RedisJobEngine::resume(const QString &id)
{
    return steer(id, [&](JobSteering &steering) { return steering.resume(id); });
}

Result<void> RedisJobEngine::move(const QString &id, QueueMove where)
{
    return steer(id, [&](JobSteering &steering) { return steering.move(id, where); });
}

Result<void> RedisJobEngine::setOptions(const QString &id, const ConversionOptions &options)
{
    return steer(id, [&](JobSteering &steering) { return steering.setOptions(id, options); });
}

Result<QList<DueCallback>> RedisJobEngine::takeCallbacks(int limit, milliseconds lease)
{
    const Result<RespValue> answer = m_client->script(
        "takecallbacks", {QByteArray::number(limit), QByteArray::number(lease.count())});
    if (!answer)
        return answer.error();
    QList<DueCallback> due;
    for (const RespValue &row : answer->items)
        due << DueCallback{.jobId = QString::fromUtf8(row.at(0).text),
                           .sealed = row.at(1).text,
                           .tries = int(row.at(2).integer())};
    return due;
}

Result<void> RedisJobEngine::settleCallback(const QString &id, std::optional<milliseconds> againIn)
{
    return doneOrError(m_client->script(
        "settlecallback",
        {id.toUtf8(), againIn ? QByteArray::number(againIn->count()) : QByteArray()}));
}

Result<void> RedisJobEngine::announce(const WorkerInfo &worker)
{
    return doneOrError(
        m_client->script("announce",
                         {worker.name.toUtf8(),
                          jsonBytes(toJson(worker)),
                          QByteArray::number(m_limits.lease.count()),
                          worker.node.toUtf8(),
                          worker.peerUrl.isEmpty() ? QByteArray() : worker.node.toUtf8(),
                          QByteArray::number(worker.capacity.value(Stage::Process))}));
}

Result<void> RedisJobEngine::leave(const QString &worker)
{
    return doneOrError(m_client->script("announce", {worker.toUtf8(), "", "0"}));
}

Result<QList<WorkerInfo>> RedisJobEngine::workers()
{
    return RedisListing(*m_client).workers(m_limits.lease);
}

Result<QueueState> RedisJobEngine::queue()
{
    const Result<RespValue> paused = m_client->command({"HGET", "{dz}:queue", "paused"});
    return paused ? Result<QueueState>({.isPaused = paused->text == "1"}) : paused.error();
}

Result<void> RedisJobEngine::setQueuePaused(bool paused)
{
    return doneOrError(m_client->script("pause", {paused ? "1" : "0"}));
}

Result<std::optional<Job>> RedisJobEngine::get(const QString &id)
{
    return RedisListing(*m_client).job(id);
}

Result<JobPage> RedisJobEngine::list(const JobFilter &filter, qint64 cursor, int limit)
{
    return RedisListing(*m_client).page(filter, cursor, std::max(limit, 1));
}

Result<QList<Job>> RedisJobEngine::changes(qint64 since, int limit)
{
    return RedisListing(*m_client).changes(since, std::max(limit, 1));
}

Result<QList<Removal>> RedisJobEngine::removals(qint64 since, int limit)
{
    return RedisListing(*m_client).removals(since, std::max(limit, 1));
}

Result<QueueStats> RedisJobEngine::stats()
{
    return RedisListing(*m_client).stats();
}

Result<QStringList> RedisJobEngine::unfinishedIds()
{
    return RedisListing(*m_client).unfinishedIds();
}

Result<void> RedisJobEngine::appendLog(const QString &id, const QStringList &lines)
{
    QByteArrayList words{id.toUtf8(), QByteArray::number(m_limits.logLines)};
    for (const QString &line : lines)
        words << line.toUtf8();
    const Result<RespValue> appended = m_client->script("log", words);
    if (appended && appended->integer() == 0)
        return Error{ErrorCode::NotFound, u"There is no such job"_s};
    return doneOrError(appended);
}

Result<QStringList> RedisJobEngine::log(const QString &id)
{
    const Result<RespValue> lines
        = m_client->command({"LRANGE", "{dz}:log:" + id.toUtf8(), "0", "-1"});
    if (!lines)
        return lines.error();
    QStringList texts;
    for (const RespValue &line : lines->items)
        texts << QString::fromUtf8(line.text);
    return texts;
}

Result<void> RedisJobEngine::tick()
{
    if (const Result<void> promoted = RedisClaims(*m_client, m_limits, m_node).promoteDue();
        !promoted)
        return promoted;
    const QByteArray retention = QByteArray::number(milliseconds(m_limits.retention).count());
    const QByteArray removals = QByteArray::number(milliseconds(m_limits.removals).count());
    for (qint64 forgotten = forgottenAtOnce; forgotten == forgottenAtOnce;) {
        const Result<RespValue> answer = m_client->script(
            "forget", {retention, QByteArray::number(forgottenAtOnce), removals});
        if (!answer)
            return answer.error();
        forgotten = answer->integer();
    }
    return {};
}

Result<void> RedisJobEngine::health()
{
    return doneOrError(m_client->script("health", {}));
}

} // namespace createzoom
