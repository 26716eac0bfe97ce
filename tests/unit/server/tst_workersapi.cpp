// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/jobsapifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

WorkerInfo workerNamed(const QString &name)
{
    return {.name = name,
            .host = u"lab-1"_s,
            .roles = {u"downloader"_s},
            .capacity = {{Stage::Download, 4}},
            .startedAt = 1'700'000'000'000,
            .seenAt = 1'700'000'010'500};
}

Job heldJob(const QString &id, const QString &worker, JobState state = JobState::Running)
{
    Job job = bucketJob(id, state);
    job.worker = worker;
    job.stage = Stage::Process;
    job.progress = 42.5;
    job.steps = {{.stage = Stage::Process, .startedAt = 1'700'000'005'000}};
    return job;
}

QStringList idsOf(const QJsonValue &worker)
{
    QStringList ids;
    for (const QJsonValue &job : worker[u"jobs"].toArray())
        ids << job[u"id"].toString();
    return ids;
}

} // namespace

class TestWorkersApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachWorkerIsShownWithWhatItIsAt()
    {
        Api api;
        api.engine.setWorkers({workerNamed(u"w1"_s), workerNamed(u"w2"_s)});
        api.engine.put(heldJob(u"j1"_s, u"w2"_s));
        api.engine.put(bucketJob(u"j2"_s));

        const HttpAnswer answer = api.ask("GET /workers");

        QCOMPARE(answer.status, 200);
        const QJsonArray workers = jsonOf(answer).value(u"workers").toArray();
        QCOMPARE(workers.size(), 2);
        const QJsonValue idle = workers[0];
        QCOMPARE(idle[u"name"].toString(), u"w1"_s);
        QCOMPARE(idle[u"host"].toString(), u"lab-1"_s);
        QCOMPARE(idle[u"capacity"][u"download"].toInt(), 4);
        QCOMPARE(idle[u"started_at"].toString(), u"2023-11-14T22:13:20.000Z"_s);
        QCOMPARE(idle[u"seen_at"].toString(), u"2023-11-14T22:13:30.500Z"_s);
        QVERIFY(idsOf(idle).isEmpty());
        const QJsonValue busy = workers[1][u"jobs"][0];
        QCOMPARE(busy[u"id"].toString(), u"j1"_s);
        QCOMPARE(busy[u"name"].toString(), u"j1.tif"_s);
        QCOMPARE(busy[u"stage"].toString(), u"process"_s);
        QCOMPARE(busy[u"since"].toString(), u"2023-11-14T22:13:25.000Z"_s);
        QCOMPARE(busy[u"progress"].toDouble(), 42.5);
    }

    void jobsOfAWorkerThatDiedAreShownUntilTakenOver()
    {
        Api api;
        api.engine.put(heldJob(u"j1"_s, u"dead"_s));
        api.engine.put(heldJob(u"j2"_s, u"dead"_s, JobState::Stopping));

        const QJsonArray workers = jsonOf(api.ask("GET /workers")).value(u"workers").toArray();

        QCOMPARE(workers.size(), 1);
        QCOMPARE(workers[0][u"name"].toString(), u"dead"_s);
        QCOMPARE(workers[0][u"seen_at"].toString(), QString());
        QCOMPARE(idsOf(workers[0]).size(), 2);
    }

    void onlyAdminsMaySeeThem_data()
    {
        QTest::addColumn<QByteArray>("bearer");
        QTest::newRow("nobody") << QByteArray();
        QTest::newRow("a user") << userToken;
    }

    void onlyAdminsMaySeeThem()
    {
        QFETCH(QByteArray, bearer);

        QCOMPARE(Api().ask("GET /workers", {}, bearer).status, 401);
    }

    void storeThatIsAwayIsSaid()
    {
        Api api;
        api.engine.setFailure(Error{ErrorCode::Unavailable, u"gone"_s});

        QCOMPARE(api.ask("GET /workers").status, 503);
    }
};

QTEST_GUILESS_MAIN(TestWorkersApi)
#include "tst_workersapi.moc"
