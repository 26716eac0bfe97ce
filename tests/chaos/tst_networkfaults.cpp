// SPDX-License-Identifier: GPL-3.0-or-later
// What breaks between machines: a worker that is cut off, a replica that takes over.
#include "tests/chaos/faulttest.h"
#include "tests/chaos/ownnetwork.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

constexpr int patience = 30'000; ///< milliseconds

/// A worker on another host, whose cable is cut for longer than its lease while it holds jobs.
class Partition : public Fault
{
public:
    QString prepare(ClusterOptions &options) override
    {
        if (!m_network.trouble().isEmpty())
            return m_network.trouble();
        const QString address = m_network.address();
        options.redis << u"--protected-mode"_s << u"no"_s << u"--bind"_s << u"127.0.0.1"_s
                      << address;
        options.bucket << u"--also"_s << address;
        options.places[0] = {.launcher = m_network.launcher(), .address = address};
        return {};
    }

    void strike(Cluster &cluster) override
    {
        takeover = loseAWorker(
            cluster, {0}, [this](int) { m_network.cut(); }, [this](int) { m_network.heal(); });
        m_hasNoticed = QTest::qWaitFor(
            [&] { return cluster.worker(0).log().contains("cannot be reached"); }, patience);
        m_network.heal();
        QCOMPARE(m_network.trouble(), QString());
        m_before = cluster.worker(0).log().size();
    }

    QString missing(Cluster &cluster) override
    {
        const bool isBack = cluster.worker(0).log().sliced(m_before).contains("is back");
        return !m_hasNoticed ? u"a worker that notices"_s : isBack ? QString() : u"its return"_s;
    }

private:
    OwnNetwork m_network{};
    bool m_hasNoticed = false;
    qsizetype m_before = 0;
};

/// The master dies after its replica was cut off, and the replica takes over its address. With
/// REDIS_WAIT_REPLICAS nothing is accepted that the replica lacks.
class Failover : public Fault
{
public:
    QString prepare(ClusterOptions &options) override
    {
        options.variables.insert(u"REDIS_WAIT_REPLICAS"_s, u"1"_s);
        return {};
    }

    void arrange(Cluster &cluster) override
    {
        m_replica = replicaOf(cluster.redis());
        awaitReplica(cluster.redis());
    }

    void strike(Cluster &cluster) override
    {
        // Cut off: it follows an address at which nobody is.
        m_replica->ask({u"REPLICAOF"_s, u"127.0.0.1"_s, u"1"_s});
        const int before = cluster.promises().refused();
        constexpr int unlucky = 10;
        for (int i = 0; i < unlucky; ++i)
            cluster.promises().submit();
        m_refused = cluster.promises().refused() - before;

        cluster.redis().kill();
        m_replica->takePortOf(cluster.redis());
        m_replica->ask({u"REPLICAOF"_s, u"NO"_s, u"ONE"_s});
        cluster.replaceRedis(std::move(m_replica));
        m_replica = replicaOf(cluster.redis());
        awaitReplica(cluster.redis());
        QTRY_VERIFY_WITH_TIMEOUT(
            cluster.server().request("GET", u"/deepzoom/health"_s).status == 200, patience);
        for (int i = 0; i < unlucky; ++i)
            cluster.promises().submit();
    }

    QString missing(Cluster & /*cluster*/) override
    {
        return m_refused > 0 ? QString() : u"refusals while the replica was cut off"_s;
    }

private:
    static std::unique_ptr<RedisProcess> replicaOf(const RedisProcess &master)
    {
        return std::make_unique<RedisProcess>(
            QStringList{u"--replicaof"_s, u"127.0.0.1 %1"_s.arg(master.port())});
    }

    static void awaitReplica(const RedisProcess &master)
    {
        QTRY_VERIFY_WITH_TIMEOUT(master.ask({u"INFO"_s, u"replication"_s}).contains("state=online"),
                                 patience);
    }

    std::unique_ptr<RedisProcess> m_replica{};
    int m_refused = 0;
};

const QList<FaultRow> faults{
    {"worker cut off by its network (own namespace, all packets dropped)",
     [] {
         return std::make_unique<Partition>();
     }},
    {"failover to a replica that was cut off, REDIS_WAIT_REPLICAS=1",
     [] { return std::make_unique<Failover>(); },
     1,
     1000,
     Version::Short},
};

} // namespace

int main(int argc, char **argv)
{
    return runFaults(faults, argc, argv);
}
