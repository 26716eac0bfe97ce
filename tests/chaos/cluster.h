// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/servicefixture.h"
#include "tests/support/redisprocess.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace createzoom::tests {

/// What became of a run's jobs.
struct Outcome
{
    int accepted = 0; ///< answered 202
    int refused = 0; ///< answered 503: nobody was promised anything
    int lost = 0; ///< accepted, and not completed
    int wrong = 0; ///< completed, and the object is not its own, or no archive
    int repeatedPuts = 0; ///< uploads beyond one a job
};

/// One server that takes jobs, some workers, a Redis and a bucket. Every image has a width of its
/// own, so an archive tells whose it is. Ends with the object. Main thread only.
class Cluster
{
public:
    static constexpr int workerCount = 3;

    /// `redisArguments` beside an append-only file.
    explicit Cluster(const QStringList &redisArguments = {});
    ~Cluster();

    bool start();
    /// Makes another image and POSTs a job for it.
    void submit();
    int submitted() const { return static_cast<int>(m_ids.size()) + m_refused; }
    /// Waits until all accepted jobs have ended, at most so long.
    void waitForEnd(int seconds);
    Outcome outcome();
    /// What should be empty when all jobs have ended, and is not: indexes, work folders, tokens.
    QStringList leftOver();

    RedisProcess &redis() { return *m_redis; }
    ServerProcess &worker(int index) { return *m_workers[static_cast<std::size_t>(index)]; }
    bool startWorker(int index);
    /// The worker that holds a job now, -1 when none does.
    int holderOfSomeJob(QByteArray *job);
    QByteArray workerOf(const QByteArray &job);

private:
    bool isCompleted(const QString &id);

    std::unique_ptr<RedisProcess> m_redis;
    ServiceFixture m_service{};
    std::vector<std::unique_ptr<ServerProcess>> m_workers{};
    QStringList m_ids{}; ///< of the jobs accepted
    QStringList m_names{}; ///< of their images
    int m_refused = 0;
};

} // namespace createzoom::tests
