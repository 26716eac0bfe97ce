// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisclaims.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/jobrecovery.h"
#include "core/jobs/jobtransitions.h"
#include "core/redis/redisclient.h"
#include "core/redis/redisjobengine.h"
#include "core/redis/redistransaction.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// Retries and leases taken up by one claim; what is left is the next one's.
constexpr int promotedAtOnce = 100;

Result<Claim> claimFrom(const RespValue &row, const QByteArray &token)
{
    const Result<JobRecord> record = recordFrom(rowFrom(row));
    if (!record)
        return record.error();
    return claimOf(record->job, token);
}

/// Waits for anything new in the wake streams of `stages` since `seen`. Whether that went well does
/// not matter: the claim that follows finds out whether the server is there.
void waitForWork(RedisClient &client,
                 const QList<Stage> &stages,
                 const RespValue &seen,
                 milliseconds time,
                 const std::stop_token &stop)
{
    QByteArrayList words{
        "XREAD", "COUNT", "1", "BLOCK", QByteArray::number(time.count()), "STREAMS"};
    for (const Stage stage : stages)
        words << "{dz}:wake:" + stageName(stage).toLatin1();
    for (const RespValue &id : seen.items)
        words << id.text;
    (void)client.wait(words, time, stop);
}

constexpr qsizetype promotedWord = 6; ///< of claimWords()

/// The arguments of claim.lua. A call has a name of its own: asked again, because its answer was
/// lost, it is given the same job.
QByteArrayList claimWords(const QList<Stage> &stages,
                          const QString &worker,
                          const EngineLimits &limits,
                          const RedisNode &node,
                          int promoted)
{
    const QString &folder = node.sharedFolder.isEmpty() ? worker : node.sharedFolder;
    QByteArrayList words{worker.toUtf8(),
                         folder.toUtf8(),
                         node.isSplit ? "1" : "0",
                         QUuid::createUuid().toByteArray(QUuid::Id128),
                         QByteArray::number(limits.lease.count()),
                         QByteArray::number(limits.downloadsAhead),
                         QByteArray::number(promoted),
                         QByteArray::number(limits.runningPerUser),
                         QByteArray::number(limits.lookedAtForOthers)};
    for (const Stage stage : stages)
        words << stageName(stage).toLatin1();
    return words;
}

} // namespace

RedisClaims::RedisClaims(RedisClient &client, const EngineLimits &limits, const RedisNode &node)
    : m_client(client)
    , m_limits(limits)
    , m_node(node)
{}

Result<std::optional<Claim>> RedisClaims::next(const QList<Stage> &stages,
                                               const QString &worker,
                                               milliseconds wait,
                                               const std::stop_token &stop)
{
    if (stages.isEmpty())
        return std::optional<Claim>();
    const auto end = steady_clock::now() + wait;
    const QByteArrayList words = claimWords(stages, worker, m_limits, m_node, promotedAtOnce);
    QByteArrayList asked = words;
    for (;;) {
        const Result<RespValue> answer = m_client.script("claim", asked);
        asked = words;
        const QByteArray word = answer ? answer->at(0).text : QByteArray();
        const bool isOver = stop.stop_requested() || steady_clock::now() >= end;
        if (word == "claimed") {
            Result<Claim> claim = claimFrom(answer->at(1), answer->at(2).text);
            return claim ? Result<std::optional<Claim>>(std::move(*claim)) : claim.error();
        }
        if (word == "due") {
            if (const Result<void> putBack = this->putBack(answer->at(1)); !putBack)
                return putBack.error();
            asked[promotedWord] = "0"; // now whatever is first
        } else if (isOver) {
            return answer ? Result<std::optional<Claim>>(std::nullopt) : answer.error();
        } else if (answer) {
            const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
            const milliseconds untilDue(answer->at(1).integer());
            waitForWork(m_client, stages, answer->at(2), std::min(left, untilDue), stop);
        } else {
            m_client.waitForServer(end, stop);
        }
    }
}

Result<void> RedisClaims::promoteDue()
{
    const Result<RespValue> ids
        = m_client.script("due",
                          {QByteArray::number(promotedAtOnce),
                           QByteArray::number(milliseconds(m_limits.lease).count())});
    return ids ? putBack(*ids) : ids.error();
}

Result<void> RedisClaims::putBack(const RespValue &dueIds)
{
    for (const RespValue &due : dueIds.items) {
        const QString id = QString::fromUtf8(due.text);
        const Result<bool> isBack
            = transact(m_client, id, [&](RedisTransaction &t) { return putBackIfDue(t, id); });
        if (!isBack)
            return isBack.error();
    }
    return {};
}

/// False: another process was faster.
Result<bool> RedisClaims::putBackIfDue(RedisTransaction &transaction, const QString &id)
{
    const qint64 now = transaction.now();
    Result<std::optional<JobRecord>> found = transaction.find(id);
    if (!found)
        return found.error();
    if (!*found)
        return false;
    JobRecord &record = **found;
    const JobState state = record.job.state;
    const bool waits = state == JobState::RetryWait || state == JobState::Blocked;
    const bool isLost = isHeld(state) && record.leaseUntil <= now;
    const bool isDue = isLost || (waits && record.job.readyAt <= now);
    if (isDue) {
        const Result<bool> isBack = putBackInto(
            transaction, record, m_limits, now, isLost ? Death::Counts : Death::Uncounted);
        if (!isBack || !*isBack)
            return isBack;
    }
    if (!transaction.isHolderGone() || !forgetArtifact(record))
        return isDue;
    const QString line
        = isoTime(now) + u" warning starts over: the machine that has its file is gone"_s;
    const Result<void> stored = transaction.store(record, now);
    const Result<void> noted
        = stored ? transaction.appendLog(id, {line}, m_limits.logLines) : stored;
    return noted ? Result<bool>(true) : noted.error();
}

Result<int> RedisClaims::putBackHeld(const QString &worker)
{
    const Result<RespValue> ids = m_client.script("heldby", {worker.toUtf8()});
    if (!ids)
        return ids.error();
    int count = 0;
    for (const RespValue &held : ids->items) {
        const QString id = QString::fromUtf8(held.text);
        const Result<bool> isBack
            = transact(m_client, id, [&](RedisTransaction &transaction) -> Result<bool> {
                  Result<std::optional<JobRecord>> found = transaction.find(id);
                  if (!found)
                      return found.error();
                  if (!*found || (*found)->job.worker != worker)
                      return false;
                  return putBackInto(
                      transaction, **found, m_limits, transaction.now(), Death::Counts);
              });
        if (!isBack)
            return isBack.error();
        count += *isBack ? 1 : 0;
    }
    return count;
}

} // namespace createzoom
