// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobtransaction.h"
#include "core/redis/redisrow.h"

#include <QByteArrayList>
#include <QHash>
#include <QList>

#include <type_traits>

namespace createzoom {

class RedisClient;

/// A transaction in the optimistic way: jobs are read, changed here and written by one script, if
/// none of them has changed meanwhile (store.lua); else the caller begins anew. So the transitions
/// are those of SQLite's engine, and no lock outlives a call. A local variable; one thread.
class RedisTransaction : public JobTransaction
{
public:
    explicit RedisTransaction(RedisClient &client);

    /// Reads the time and the job that it is about.
    Result<void> begin(const QString &id);
    qint64 now() const { return m_now; } ///< the server's
    /// The job's file lies on a machine that has not been heard of for the length of a lease.
    bool isHolderGone() const { return m_isHolderGone; }

    Result<std::optional<JobRecord>> find(const QString &id) override;
    Result<void> store(JobRecord &record, qint64 now) override;
    Result<void> putRequest(const Job &job) override;
    Result<void> remove(const QString &id, qint64 now) override;
    Result<std::optional<QByteArray>> token(const QString &id) override;
    Result<void> putToken(const QString &id, const QByteArray &sealed) override;
    Result<double> lastPlace() override;
    Result<double> firstPlace() override;
    Result<std::optional<JobRecord>> queuedBefore(double place) override;
    Result<std::optional<JobRecord>> queuedAfter(double place) override;
    Result<void> appendLog(const QString &id, const QStringList &lines, int kept) override;

    /// False: a job has changed since it was read, and nothing is written.
    Result<bool> commit();

private:
    /// What is to be written of one job.
    struct Change
    {
        QByteArray id{};
        RedisFields fields{};
        QByteArray token{};
        QStringList lines{};
        int linesKept = 0;
    };

    Result<std::optional<JobRecord>> neighbour(const QByteArray &direction, double place);
    Result<double> counter(const QByteArray &name, int step);
    Change &changeOf(const QByteArray &id);
    QByteArrayList wordsOf(const Change &change) const;

    RedisClient &m_client;
    qint64 m_now = 0;
    bool m_isHolderGone = false;
    QHash<QByteArray, RedisRow> m_read{};
    QList<Change> m_changes{};
    QByteArray m_removed{};
};

/// Runs `work(RedisTransaction &)`, about the job `id`, until what it read is still true when it is
/// written. What `work` does beside must bear to be repeated.
template<typename Work>
auto transact(RedisClient &client, const QString &id, Work work)
    -> std::invoke_result_t<Work, RedisTransaction &>
{
    constexpr int mostTries = 50; // others change it, a heartbeat above all, but not for ever
    for (int tries = 0; tries < mostTries; ++tries) {
        RedisTransaction transaction(client);
        if (const Result<void> begun = transaction.begin(id); !begun)
            return begun.error();
        auto outcome = work(transaction);
        if (!outcome)
            return outcome;
        const Result<bool> committed = transaction.commit();
        if (!committed)
            return committed.error();
        if (*committed)
            return outcome;
    }
    return Error{ErrorCode::Unavailable, QStringLiteral("The job changes too fast"), id};
}

} // namespace createzoom
