// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/promises.h"
#include "tests/integration/servicefixture.h"
#include "tests/support/redisprocess.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>

namespace createzoom::tests {

/// How a worker is started, where that differs from the others.
struct WorkerPlace
{
    QStringList launcher{}; ///< a command before the program's: "ip", "netns", "exec", ...
    QMap<QString, QString> variables{};
    QString address{}; ///< of this machine, as the worker sees it; empty = loopback
    QString dataFolder{}; ///< empty = a fresh one
};

struct ClusterOptions
{
    QStringList redis{}; ///< arguments beside an append-only file
    QStringList bucket{}; ///< arguments of the stand-in
    QMap<QString, QString> variables{}; ///< of all
    QMap<int, WorkerPlace> places{};
};

/// One server that takes jobs, some workers, a Redis and a bucket. Ends with the object. Main
/// thread only.
class Cluster
{
public:
    static constexpr int workerCount = 3;

    explicit Cluster(const ClusterOptions &options);

    bool start();
    bool startWorker(int index);
    Promises &promises() { return m_promises; }
    RedisProcess &redis() { return *m_redis; }
    ServerProcess &server() { return m_service.server; }
    ServerProcess &worker(int index) { return m_workers.at(static_cast<std::size_t>(index)); }
    /// Another server is the Redis now, on the port of the one before, which is dead.
    void replaceRedis(std::unique_ptr<RedisProcess> redis) { m_redis = std::move(redis); }

    /// Jobs that a worker holds now, by its name in Redis.
    QList<QByteArray> heldBy(int index);
    QByteArray workerOf(const QByteArray &job);
    /// Of the one image that has cost the most so far, in the step that it is at.
    int mostCrashes();
    /// What should be empty when all jobs have ended, and is not: indexes, counts, tokens and work
    /// folders; and logs that hold a token.
    QStringList leftOver();

private:
    QStringList workerArguments(int index) const;

    const ClusterOptions m_options;
    std::unique_ptr<RedisProcess> m_redis;
    ServiceFixture m_service;
    std::array<ServerProcess, workerCount> m_workers{};
    Promises m_promises{m_service};
};

/// What no log should hold: a token, a finding of a sanitizer.
QStringList unwelcomeIn(const QByteArray &log);

} // namespace createzoom::tests
