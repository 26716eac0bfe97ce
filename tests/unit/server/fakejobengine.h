// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/enginestub.h"

#include <QHash>
#include <QMutex>

#include <atomic>
#include <functional>

namespace createzoom {

/// Jobs in memory, as far as the server asks for them. Nobody works on them: tests set what they
/// need. Any thread.
class FakeJobEngine : public tests::EngineStub
{
public:
    void put(const Job &job);
    QList<Job> all() const;
    /// How often get() was called.
    qint64 lookups() const { return m_lookups.load(); }
    /// From now on every call fails like a store that is gone; nullopt mends it.
    void setFailure(const std::optional<Error> &failure);
    void setQueueLimit(qint64 limit);
    /// Called by submit() before it does anything, without the lock.
    void setBeforeSubmit(const std::function<void()> &call);

    Result<Submitted> submit(const NewJob &job, const std::optional<IdempotencyKey> &key) override;
    Result<std::optional<Job>> get(const QString &id) override;
    Result<JobPage> list(const JobFilter &filter, qint64 cursor, int limit) override;
    Result<QueueStats> stats() override;
    Result<void> health() override;

private:
    mutable QMutex m_mutex{}; ///< guards all below
    QList<Job> m_jobs{}; ///< oldest first
    QHash<QString, qsizetype> m_index{};
    std::optional<Error> m_failure{};
    qint64 m_queueLimit = 10'000;
    std::function<void()> m_beforeSubmit{};
    std::atomic<qint64> m_lookups{0};
};

} // namespace createzoom
