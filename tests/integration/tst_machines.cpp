// SPDX-License-Identifier: GPL-3.0-or-later
// Servers and workers that share the jobs of one Redis server, and what kills and restarts do.
#include "tests/integration/sampleimages.h"
#include "tests/integration/sharedstore.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;

namespace {

QString statusOf(const QJsonObject &task)
{
    return task.value(u"status").toString();
}

bool isConverting(const QJsonObject &task)
{
    return task.value(u"current_step").toString() == u"creating_deepzoom";
}

/// Keeps a download running for as long as a test needs; twice, as the probe for the size takes
/// one.
const QJsonObject slowDownload{
    {u"match"_s, u"slow"_s}, {u"on"_s, u"get"_s}, {u"times"_s, 2}, {u"rate"_s, 200'000}};

} // namespace

class TestMachines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void jobRunsAndLeavesNoToken();
    void serversShareTheJobs();
    void workerDoesWhatAServerTakes();
    void everybodyIsSeen();
    void restartedServerGoesOnWithItsJob();
    void jobOfADeadServerIsTakenOver();
    void withoutRedisSubmitsAreRefusedAndJobsWait();
    void tokensOpenWhenKeysAreRotated();
    void serverThatStartsBeforeRedisWaitsForIt();
    void workerIsOneWhateverTheEnvironmentSays();
    void whatCannotWorkIsRefused_data();
    void whatCannotWorkIsRefused();
    void missingPasswordIsAMistakeOfTheSettings();

private:
    std::unique_ptr<SharedStore> m_store;
    RedisProcess *m_redis = nullptr; ///< of m_store, as is m_service
    ServiceFixture *m_service = nullptr;
};

void TestMachines::init()
{
    m_store = std::make_unique<SharedStore>();
    QVERIFY(m_store->isReady);
    m_redis = &m_store->redis;
    m_service = &m_store->service;
}

void TestMachines::cleanup()
{
    m_store.reset();
}

void TestMachines::jobRunsAndLeavesNoToken()
{
    QVERIFY(m_service->startServer()); // --engine auto: REDIS_URL decides
    QVERIFY(m_service->put(u"s.tif"_s, tiffImage({300, 200})));

    const QString id = m_service->server.submit(u"b1/s.tif"_s, u"b1/out"_s);

    QCOMPARE(statusOf(m_service->server.waitForEnd(id)), u"completed"_s);
    QCOMPARE(judged(m_service->objectFile(u"out/s.tif.dzip"_s)), QString());
    QVERIFY(m_redis->storedBytes().contains(id.toUtf8()));
    QVERIFY(!m_redis->storedBytes().contains("editor-token"));
    QVERIFY(!m_service->server.log().contains("editor-token"));
    QTRY_COMPARE(m_service->server.workFiles(), QStringList());
}

void TestMachines::serversShareTheJobs()
{
    QVERIFY(m_service->startServer());
    ServerProcess other;
    QVERIFY(other.start(m_service->arguments()));
    QStringList ids;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(m_service->put(u"s%1.tif"_s.arg(i), tiffImage({300 + i, 200})));
        ids << m_service->server.submit(u"b1/s%1.tif"_s.arg(i), u"b1/out"_s);
    }

    for (int i = 0; i < 20; ++i) {
        QCOMPARE(statusOf(other.waitForEnd(ids[i])), u"completed"_s);
        QCOMPARE(dziSize(m_service->objectFile(u"out/s%1.tif.dzip"_s.arg(i))), QSize(300 + i, 200));
        QCOMPARE(m_service->transfers("GET", u"s%1.tif"_s.arg(i)), 1);
    }
    QVERIFY(!other.log().contains("starts over"));
}

void TestMachines::workerDoesWhatAServerTakes()
{
    QVERIFY(m_service->startServer({u"--roles"_s, u"api"_s}));
    QVERIFY(m_service->put(u"s.tif"_s, tiffImage({300, 200})));
    const QString id = m_service->server.submit(u"b1/s.tif"_s, u"b1/out"_s);
    ServerProcess worker;

    QVERIFY(worker.start(m_service->arguments({u"--worker"_s})));

    QCOMPARE(statusOf(m_service->server.waitForEnd(id)), u"completed"_s);
    QCOMPARE(worker.terminate(), 0);
}

void TestMachines::everybodyIsSeen()
{
    QVERIFY(m_service->startServer({u"--roles"_s, u"api"_s}));
    ServerProcess worker;
    QVERIFY(worker.start(m_service->arguments({u"--worker"_s, u"--process-workers"_s, u"3"_s})));
    QTemporaryFile token;
    QVERIFY(token.open() && token.write("editor-admin") > 0 && token.flush());
    const auto ask = [&](const QString &verb) {
        QProcess program;
        program.start(programPath(u"createzoomd"_s),
                      {verb,
                       u"--server"_s,
                       m_service->server.url().toString(),
                       u"--token-file"_s,
                       token.fileName()});
        program.waitForFinished();
        return QString::fromUtf8(program.readAllStandardOutput());
    };
    QTRY_VERIFY(ask(u"workers"_s).contains(u"process 3"_s));
    QCOMPARE(ask(u"workers"_s).count(u'\n'), 3); // headings, server, worker
    QVERIFY(m_service->put(u"slow.tif"_s, tiffImage({600, 400})));
    m_service->bucket.addFault(slowDownload);

    const QString id = m_service->server.submit(u"b1/slow.tif"_s, u"b1/out"_s);
    QTRY_VERIFY(ask(u"workers"_s).contains(u"download slow.tif"_s));
    QVERIFY(ask(u"jobs"_s).contains(id + u"  running"_s));

    m_service->server.waitForEnd(id);
    QCOMPARE(worker.terminate(), 0);
    QTRY_COMPARE(ask(u"workers"_s).count(u'\n'), 2); // it has signed off
}

void TestMachines::restartedServerGoesOnWithItsJob()
{
    QVERIFY(m_service->startServer());
    QVERIFY(m_service->put(u"slow.tif"_s, tiffImage({2000, 1500})));
    m_service->bucket.addFault(slowDownload);
    const QString id = m_service->server.submit(u"b1/slow.tif"_s, u"b1/out"_s);
    m_service->server.waitFor(
        id, [](const QJsonObject &task) { return statusOf(task) == u"processing"; });

    m_service->server.kill();
    m_service->bucket.reset();
    QVERIFY(m_service->startServer());

    QCOMPARE(statusOf(m_service->server.waitForEnd(id)), u"completed"_s);
}

void TestMachines::jobOfADeadServerIsTakenOver()
{
    QVERIFY(m_service->startServer());
    QVERIFY(m_service->put(u"slow.tif"_s, tiffImage({2000, 1500})));
    m_service->bucket.addFault(slowDownload);
    const QString id = m_service->server.submit(u"b1/slow.tif"_s, u"b1/out"_s);
    m_service->server.waitFor(
        id, [](const QJsonObject &task) { return statusOf(task) == u"processing"; });
    ServerProcess other;
    QVERIFY(other.start(m_service->arguments()));

    m_service->server.kill();
    m_service->bucket.reset();
    QCOMPARE(statusOf(other.status(id)), u"processing"_s); // until the lease has ended
    QVERIFY(m_store->letLeasesEnd());

    QCOMPARE(statusOf(other.waitForEnd(id)), u"completed"_s);
    QCOMPARE(judged(m_service->objectFile(u"out/slow.tif.dzip"_s)), QString());
}

void TestMachines::withoutRedisSubmitsAreRefusedAndJobsWait()
{
    QVERIFY(m_service->startServer());
    QVERIFY(m_service->put(u"s.tif"_s, tiffImage({4000, 3000})));
    const QString id = m_service->server.submit(u"b1/s.tif"_s, u"b1/out"_s);
    m_service->server.waitFor(id, isConverting);

    m_redis->kill();
    const QByteArray body = R"({"path":"b1/s.tif","target_path":"b1/o","token":"editor-token"})";
    const HttpReply refused = m_service->server.request("POST", u"/deepzoom"_s, body);
    const HttpReply health = m_service->server.request("GET", u"/deepzoom/health"_s);
    QVERIFY(m_redis->start());

    QCOMPARE(refused.status, 503);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    QCOMPARE(health.status, 503);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(m_service->server.status(id)), u"completed"_s, 60'000);
    QVERIFY(!m_service->server.log().contains("editor-token"));
}

void TestMachines::tokensOpenWhenKeysAreRotated()
{
    const QByteArray oldKey = qgetenv("CREATEZOOM_TOKEN_KEYS");
    const QByteArray newKey = "k2:" + QByteArray(32, 'n').toBase64();
    QVERIFY(m_service->startServer({u"--roles"_s, u"api"_s}));
    QVERIFY(m_service->put(u"s.tif"_s, tiffImage({300, 200})));
    const QString before = m_service->server.submit(u"b1/s.tif"_s, u"b1/before"_s);
    QCOMPARE(m_service->server.terminate(), 0);
    qputenv("CREATEZOOM_TOKEN_KEYS", newKey + ',' + oldKey);
    QVERIFY(m_service->startServer({u"--roles"_s, u"api"_s}));
    const QString after = m_service->server.submit(u"b1/s.tif"_s, u"b1/after"_s);
    QVERIFY(m_redis->storedBytes().contains("dz1.k2."));
    ServerProcess worker;

    QVERIFY(worker.start(m_service->arguments({u"--worker"_s})));

    QCOMPARE(statusOf(m_service->server.waitForEnd(before)), u"completed"_s);
    QCOMPARE(statusOf(m_service->server.waitForEnd(after)), u"completed"_s);
}

void TestMachines::serverThatStartsBeforeRedisWaitsForIt()
{
    m_redis->kill();
    const QTemporaryDir data;
    const QTemporaryDir otherData;
    QProcess waiting;
    QProcess ended;
    waiting.setProcessChannelMode(QProcess::MergedChannels);
    ended.setProcessChannelMode(QProcess::MergedChannels);
    const auto start = [&](QProcess &process, const QTemporaryDir &folder) {
        process.start(programPath(u"createzoomd"_s),
                      m_service->arguments({u"--data"_s, folder.path(), u"--worker"_s}));
        return process.waitForStarted();
    };
    QVERIFY(start(waiting, data));
    QVERIFY(start(ended, otherData));
    QByteArray log;
    QByteArray otherLog;
    QTRY_VERIFY((log += waiting.readAll()).contains("waiting for the store of jobs"));
    QTRY_VERIFY((otherLog += ended.readAll()).contains("waiting for the store of jobs"));

    ended.terminate();
    QVERIFY(ended.waitForFinished());
    QCOMPARE(ended.exitStatus(), QProcess::NormalExit);
    QVERIFY(m_redis->start());

    QTRY_VERIFY((log += waiting.readAll()).contains("Working as"));
    waiting.terminate();
    QVERIFY(waiting.waitForFinished());
    QCOMPARE(waiting.exitCode(), 0);
}

// As a container's image says it, or a file of settings.
void TestMachines::workerIsOneWhateverTheEnvironmentSays()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CREATEZOOM_ROLES"_s, u"api"_s);
    environment.insert(u"CREATEZOOM_ENGINE"_s, u"sqlite"_s);
    QProcess worker;
    worker.setProcessEnvironment(environment);

    worker.start(programPath(u"createzoomd"_s), {u"--worker"_s, u"--print-config"_s});

    QVERIFY(worker.waitForFinished());
    const QByteArray printed = worker.readAllStandardOutput();
    QVERIFY2(printed.contains("roles = \"downloader,processor,uploader\""), printed.constData());
    QVERIFY2(printed.contains("engine = \"redis\""), printed.constData());
}

void TestMachines::whatCannotWorkIsRefused_data()
{
    QTest::addColumn<QByteArray>("without"); // this variable
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("no server") << QByteArray("REDIS_URL") << QStringList{u"--engine"_s, u"redis"_s}
                               << QByteArray("needs REDIS_URL");
    QTest::newRow("worker without a server")
        << QByteArray("REDIS_URL") << QStringList{u"--worker"_s} << QByteArray("needs REDIS_URL");
    QTest::newRow("worker on SQLite")
        << QByteArray() << QStringList{u"--worker"_s, u"--engine"_s, u"sqlite"_s}
        << QByteArray("--worker");
    QTest::newRow("no keys") << QByteArray("CREATEZOOM_TOKEN_KEYS") << QStringList()
                             << QByteArray("set CREATEZOOM_TOKEN_KEYS");
    QTest::newRow("some of the steps")
        << QByteArray() << QStringList{u"--roles"_s, u"api,downloader"_s}
        << QByteArray("--shared-work");
}

void TestMachines::whatCannotWorkIsRefused()
{
    QFETCH(QByteArray, without);
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    if (!without.isEmpty())
        qunsetenv(without.constData());

    QVERIFY(!m_service->startServer(arguments));

    QCOMPARE(m_service->server.terminate(), 2);
    QVERIFY2(m_service->server.log().contains(sentence), m_service->server.log().constData());
}

void TestMachines::missingPasswordIsAMistakeOfTheSettings()
{
    m_redis->ask({u"CONFIG"_s, u"SET"_s, u"requirepass"_s, u"s3cret"_s});

    QVERIFY(!m_service->startServer());

    QCOMPARE(m_service->server.terminate(), 2);
    const QByteArray log = m_service->server.log();
    QVERIFY2(log.contains("REDIS_PASSWORD"), log.constData());
}

QTEST_GUILESS_MAIN(TestMachines)
#include "tst_machines.moc"
