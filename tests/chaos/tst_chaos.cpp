// SPDX-License-Identifier: GPL-3.0-or-later
// What is promised must hold while machines, connections and Redis itself break: every accepted job
// is completed, with its own archive, and nothing is left over. Prints a row for each fault.
#include "tests/chaos/cluster.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

using Strike = std::function<void(Cluster &)>;

/// Something that breaks, again and again for a time while jobs come and run.
struct Fault
{
    const char *name = "";
    QStringList redisArguments{};
    Strike strike{};
    int interval = 1000; ///< milliseconds between two strikes
    int strikes = 1;
    Strike heal{};
};

constexpr int jobsAtOnce = 20; ///< before the first strike; one more after each
constexpr int patience = 180; ///< seconds after the last strike
const QStringList durable{u"--appendfsync"_s, u"always"_s};

int anyWorker()
{
    return QRandomGenerator::global()->bounded(Cluster::workerCount);
}

void signalWorker(Cluster &cluster, int worker, int signal)
{
    ::kill(static_cast<pid_t>(cluster.worker(worker).pid()), signal);
}

void killAWorker(Cluster &cluster)
{
    const int worker = anyWorker();
    cluster.worker(worker).kill();
    QVERIFY(cluster.startWorker(worker));
}

void endAWorker(Cluster &cluster)
{
    const int worker = anyWorker();
    QCOMPARE(cluster.worker(worker).terminate(), 0);
    QVERIFY(cluster.startWorker(worker));
}

void stopWorkerBeyondItsLease(Cluster &cluster)
{
    signalWorker(cluster, 0, SIGSTOP);
    QTest::qWait(35'000); // a lease is 30 s
    signalWorker(cluster, 0, SIGCONT);
}

void killRedis(Cluster &cluster)
{
    cluster.redis().kill();
    QVERIFY(cluster.redis().start());
}

/// A command to Redis.
Strike telling(const QStringList &command)
{
    return [command](Cluster &cluster) {
        cluster.redis().ask(command);
    };
}

const QList<Fault> &faults()
{
    static const QList<Fault> all{
        {.name = "none", .redisArguments = durable, .strike = [](Cluster &) {}, .strikes = 10},
        {.name = "worker kill -9, started again",
         .redisArguments = durable,
         .strike = killAWorker,
         .interval = 500,
         .strikes = 20},
        {.name = "worker SIGTERM, started again",
         .redisArguments = durable,
         .strike = endAWorker,
         .interval = 500,
         .strikes = 10},
        {.name = "worker SIGSTOP 35 s, SIGCONT",
         .redisArguments = durable,
         .strike = stopWorkerBeyondItsLease},
        {.name = "connections cut every 200 ms",
         .redisArguments = durable,
         .strike = telling({u"CLIENT"_s, u"KILL"_s, u"TYPE"_s, u"normal"_s}),
         .interval = 200,
         .strikes = 60},
        {.name = "Redis kill -9, started again",
         .redisArguments = durable,
         .strike = killRedis,
         .interval = 1500,
         .strikes = 6},
        {.name = "Redis hangs for 32 s",
         .redisArguments = durable + QStringList{u"--enable-debug-command"_s, u"local"_s},
         .strike = telling({u"DEBUG"_s, u"SLEEP"_s, u"32"_s})},
        {.name = "SCRIPT FLUSH every 200 ms",
         .redisArguments = durable,
         .strike = telling({u"SCRIPT"_s, u"FLUSH"_s}),
         .interval = 200,
         .strikes = 50},
        {.name = "Redis out of memory for 10 s",
         .redisArguments = durable,
         .strike = telling({u"CONFIG"_s, u"SET"_s, u"maxmemory"_s, u"1mb"_s}),
         .interval = 500,
         .strikes = 20,
         .heal = telling({u"CONFIG"_s, u"SET"_s, u"maxmemory"_s, u"0"_s})},
    };
    return all;
}

} // namespace

class TestChaos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptedJobsAreCompleted_data();
    void acceptedJobsAreCompleted();
    void aDeadWorkersJobIsTakenOver();
};

void TestChaos::initTestCase()
{
    std::puts("| fault | accepted | refused | lost | wrong | repeated PUT | s |");
    std::puts("|---|---|---|---|---|---|---|");
}

void TestChaos::acceptedJobsAreCompleted_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < faults().size(); ++i)
        QTest::newRow(faults()[i].name) << i;
}

void TestChaos::acceptedJobsAreCompleted()
{
    QFETCH(int, index);
    const Fault &fault = faults()[index];
    Cluster cluster(fault.redisArguments);
    QVERIFY(cluster.start());
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < jobsAtOnce; ++i)
        cluster.submit();

    for (int strike = 0; strike < fault.strikes; ++strike) {
        fault.strike(cluster);
        if (QTest::currentTestFailed())
            return;
        cluster.submit();
        QTest::qWait(fault.interval);
    }
    if (fault.heal)
        fault.heal(cluster);
    cluster.waitForEnd(patience);
    const double seconds = static_cast<double>(time.elapsed()) / 1000;
    // What is left over may go a moment after the last job's end.
    QTRY_COMPARE_WITH_TIMEOUT(cluster.leftOver(), QStringList(), 60'000);

    const Outcome outcome = cluster.outcome();
    std::printf("| %s | %d | %d | %d | %d | %d | %.0f |\n",
                fault.name,
                outcome.accepted,
                outcome.refused,
                outcome.lost,
                outcome.wrong,
                outcome.repeatedPuts,
                seconds);
    std::fflush(stdout);
    QVERIFY(outcome.accepted >= jobsAtOnce);
    QCOMPARE(outcome.lost, 0);
    QCOMPARE(outcome.wrong, 0);
}

void TestChaos::aDeadWorkersJobIsTakenOver()
{
    Cluster cluster(durable);
    QVERIFY(cluster.start());
    for (int i = 0; i < jobsAtOnce; ++i)
        cluster.submit();
    QByteArray job;
    int worker = -1;
    QTRY_VERIFY((worker = cluster.holderOfSomeJob(&job)) >= 0);
    const QByteArray dead = cluster.workerOf(job);

    cluster.worker(worker).kill();
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY_WITH_TIMEOUT(cluster.workerOf(job) != dead, 60'000);
    const double takeover = static_cast<double>(time.elapsed()) / 1000;
    cluster.waitForEnd(patience);

    const Outcome outcome = cluster.outcome();
    std::printf(
        "| worker kill -9, for good: taken over after %.1f s | %d | %d | %d | %d | %d | |\n",
        takeover,
        outcome.accepted,
        outcome.refused,
        outcome.lost,
        outcome.wrong,
        outcome.repeatedPuts);
    std::fflush(stdout);
    QCOMPARE(outcome.lost, 0);
    QCOMPARE(outcome.wrong, 0);
}

QTEST_GUILESS_MAIN(TestChaos)
#include "tst_chaos.moc"
