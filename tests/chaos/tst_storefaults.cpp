// SPDX-License-Identifier: GPL-3.0-or-later
// What breaks where jobs are kept: a Redis that keeps nothing, SQLite's process.
#include "tests/chaos/faulttest.h"
#include "tests/support/settableclock.h"

#include <QDateTime>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

const int jobsAtOnce = isShortVersion() ? 6 : 20;
const int rounds = isShortVersion() ? 4 : 50;
const int jumps = isShortVersion() ? 5 : 40;
constexpr int patience = 240; ///< seconds

/// What SQLite itself says of the store.
QString integrityOf(const QString &database)
{
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import sqlite3, sys; print(sqlite3.connect(sys.argv[1])"
                  u".execute('pragma integrity_check').fetchone()[0])"_s,
                  database});
    python.waitForFinished();
    return QString::fromUtf8(python.readAll()).trimmed();
}

} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sqliteSurvivesTheDeathOfItsProcess();
    void jumpsOfTheClockLoseNoJob();
    void redisThatKeepsNothingIsWarnedOfAndRecoveredFrom();
};

void TestStoreFaults::sqliteSurvivesTheDeathOfItsProcess()
{
    ServiceFixture service;
    const QStringList arguments{u"--retry-delay"_s, u"1"_s, u"--engine"_s, u"sqlite"_s};
    QVERIFY(service.start(arguments));
    Promises promises(service);
    for (int round = 0; round < rounds; ++round) {
        promises.submit();
        constexpr int longest = 700; // milliseconds: now here, now there in a job
        QTest::qWait(QRandomGenerator::global()->bounded(longest));
        service.server.kill();
        QVERIFY2(service.startServer(arguments), service.server.log().right(2000).constData());
    }
    promises.waitForEnd(patience);

    const Outcome outcome = promises.outcome();
    printOutcome(u"SQLite: server kill -9, started again, %1 times"_s.arg(rounds), outcome);
    QCOMPARE(outcome.lost, 0);
    QCOMPARE(outcome.wrong, 0);
    QCOMPARE(outcome.accepted, rounds);
    QTRY_COMPARE_WITH_TIMEOUT(service.server.workFiles(), QStringList(), 60'000);
    QCOMPARE(unwelcomeIn(service.server.log()), QStringList());
    QCOMPARE(service.server.terminate(), 0);
    QCOMPARE(integrityOf(service.server.dataFolder() + u"/jobs.sqlite"_s), u"ok"_s);
}

void TestStoreFaults::jumpsOfTheClockLoseNoJob()
{
    SettableClock clock;
    qint64 offset = 0;
    QTimer ticking;
    const auto tick = [&] {
        clock.setTime(QDateTime::currentMSecsSinceEpoch() + offset);
    };
    connect(&ticking, &QTimer::timeout, this, tick);
    ticking.start(10);
    tick();
    ServiceFixture service;
    const QMap<QString, QString> variables = clock.variables();
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        service.server.setVariable(variable.key(), variable.value());
    QVERIFY(service.start({u"--retry-delay"_s, u"1"_s, u"--engine"_s, u"sqlite"_s}));
    Promises promises(service);
    for (int i = 0; i < jobsAtOnce; ++i)
        promises.submit();
    for (int jump = 0; jump < jumps; ++jump) {
        constexpr qint64 day = 86'400'000; // milliseconds
        offset = day * QRandomGenerator::global()->bounded(-1, 2);
        tick();
        promises.submit();
        QTest::qWait(200);
    }
    offset = 0;
    promises.waitForEnd(patience);

    const Outcome outcome = promises.outcome();
    printOutcome(u"SQLite: server's clock jumps a day, every 200 ms, %1 times"_s.arg(jumps),
                 outcome);
    QCOMPARE(outcome.lost, 0);
    QCOMPARE(outcome.wrong, 0);
    QCOMPARE(outcome.accepted, jobsAtOnce + jumps);
    QTRY_COMPARE_WITH_TIMEOUT(service.server.workFiles(), QStringList(), 60'000);
}

/// Nothing can save what Redis forgets. But that is said at the start, whoever asks for a lost job
/// is told so, and new jobs are taken and done.
void TestStoreFaults::redisThatKeepsNothingIsWarnedOfAndRecoveredFrom()
{
    Cluster cluster({.redis = {u"--appendonly"_s, u"no"_s}});
    QVERIFY(cluster.start());
    const bool isWarned = cluster.server().log().contains("NO APPEND-ONLY FILE")
        && cluster.worker(0).log().contains("NO APPEND-ONLY FILE");
    for (int i = 0; i < jobsAtOnce; ++i)
        cluster.promises().submit();

    cluster.redis().kill();
    QVERIFY(cluster.redis().start());
    QTRY_VERIFY_WITH_TIMEOUT(cluster.server().request("GET", u"/deepzoom/health"_s).status == 200,
                             30'000);
    const int forgotten = cluster.promises().dropForgotten();
    for (int i = 0; i < jobsAtOnce; ++i)
        cluster.promises().submit();
    cluster.promises().waitForEnd(patience);

    const Outcome outcome = cluster.promises().outcome();
    printRow(u"| without an append-only file | warned at start | accepted before | of these 404 "
             u"after | accepted after | lost | wrong |"_s,
             {u"Redis kill -9, started again"_s,
              isWarned ? u"yes"_s : u"no"_s,
              QString::number(jobsAtOnce),
              QString::number(forgotten),
              QString::number(outcome.accepted),
              QString::number(outcome.lost),
              QString::number(outcome.wrong)});
    QVERIFY(isWarned);
    QCOMPARE(forgotten, jobsAtOnce);
    QCOMPARE(outcome.accepted, jobsAtOnce);
    QCOMPARE(outcome.lost, 0);
    QCOMPARE(outcome.wrong, 0);
    QTRY_COMPARE_WITH_TIMEOUT(cluster.leftOver(), QStringList(), 60'000);
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
