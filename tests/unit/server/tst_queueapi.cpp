// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/jobsapifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A process that downloads four and processes one at a time, and uploads nothing.
struct WorkingApi : Api
{
    WorkingApi()
    {
        operations.concurrency = [this] {
            return counts;
        };
        operations.setConcurrency = [this](Stage stage, int count) {
            counts[stage] = count;
            return true;
        };
        operations.storage = [] {
            return QList<StorageFolder>{
                {.name = u"work"_s, .path = u"/srv/w"_s, .free = 5000, .floor = 100},
                {.name = u"gone"_s, .path = u"/srv/g"_s, .floor = 100}};
        };
    }

    QMap<Stage, int> counts{{Stage::Download, 4}, {Stage::Process, 1}};
};

} // namespace

class TestQueueApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQueueIsShownAndChanged_data()
    {
        QTest::addColumn<QByteArray>("body"); ///< empty: only asked
        QTest::addColumn<bool>("isPaused");
        QTest::addColumn<int>("process");
        QTest::newRow("shown") << QByteArray() << false << 1;
        QTest::newRow("paused") << QByteArray("{\"paused\":true}") << true << 1;
        QTest::newRow("more") << QByteArray("{\"concurrency\":{\"process\":3}}") << false << 3;
        QTest::newRow("both") << QByteArray(
            "{\"paused\":true,\"concurrency\":{\"process\":64,\"download\":1}}")
                              << true << 64;
    }

    void theQueueIsShownAndChanged()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isPaused);
        QFETCH(int, process);
        const WorkingApi api;

        const HttpAnswer answer = api.ask(body.isEmpty() ? "GET /queue" : "PUT /queue", body);

        QCOMPARE(answer.status, 200);
        const QJsonObject json = jsonOf(answer);
        QCOMPARE(json.value(u"paused").toBool(), isPaused);
        QCOMPARE(json.value(u"concurrency")[u"process"].toInt(), process);
        QCOMPARE(api.counts.value(Stage::Process), process);
        QCOMPARE(jsonOf(api.ask("GET /queue")), json);
    }

    void whatMakesNoSenseChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const QByteArray &body, int status = 400) {
            QTest::newRow(body.constData()) << body << status;
        };
        row("{}");
        row("{\"paused\":1}");
        row("{\"paused\":true,\"x\":1}");
        row("{\"concurrency\":{}}");
        row("{\"concurrency\":7}");
        row("{\"concurrency\":{\"process\":0}}");
        row("{\"concurrency\":{\"process\":65}}");
        row("{\"concurrency\":{\"process\":\"3\"}}");
        row("{\"concurrency\":{\"process\":2.5}}");
        row("{\"concurrency\":{\"pack\":3}}");
        row("{\"paused\":true,\"concurrency\":{\"process\":3,\"upload\":3}}", 409);
    }

    void whatMakesNoSenseChangesNothing()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const WorkingApi api;

        QCOMPARE(api.ask("PUT /queue", body).status, status);
        QCOMPARE(api.counts.value(Stage::Process), 1);
        QCOMPARE(jsonOf(api.ask("GET /queue")).value(u"paused"), false);
    }

    void aServerThatOnlyTakesJobsSaysSo()
    {
        const Api api;

        QCOMPARE(jsonOf(api.ask("GET /queue")).value(u"concurrency"), QJsonObject());
        QCOMPARE(codeOf(api.ask("PUT /queue", "{\"concurrency\":{\"process\":3}}")),
                 u"E_CONFLICT"_s);
    }

    void theRoomOnTheDisksIsShownWithWhatTheQueueNeeds()
    {
        WorkingApi api;
        const auto put = [&api](const QString &id, Stage stage, qint64 bytes, JobState state) {
            Job job = bucketJob(id, state);
            job.stage = stage;
            job.facts.sourceBytes = bytes;
            api.engine.put(job);
        };
        put(u"d"_s, Stage::Download, 100, JobState::RetryWait);
        put(u"p"_s, Stage::Process, 1000, JobState::Running);
        put(u"u"_s, Stage::Upload, 10'000, JobState::Waiting);
        put(u"done"_s, Stage::Process, 100'000, JobState::Done);
        put(u"new"_s, Stage::Download, 0, JobState::Waiting);

        const QJsonObject json = jsonOf(api.ask("GET /storage"));

        QCOMPARE(json.value(u"needed_bytes"), 300 + 2000);
        QCOMPARE(json.value(u"jobs_of_unknown_size"), 1);
        const QJsonArray folders = json.value(u"folders").toArray();
        QCOMPARE(folders.size(), 2);
        QCOMPARE(folders[0].toObject(),
                 (QJsonObject{{u"name"_s, u"work"_s},
                              {u"path"_s, u"/srv/w"_s},
                              {u"free_bytes"_s, 5000},
                              {u"floor_bytes"_s, 100}}));
        QVERIFY(folders[1][u"free_bytes"].isNull());
    }
};

QTEST_APPLESS_MAIN(TestQueueApi)
#include "tst_queueapi.moc"
