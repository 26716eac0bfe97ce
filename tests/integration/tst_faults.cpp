// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

/// A fault that keeps a transfer running for as long as a test needs. Twice, as the probe for the
/// size takes one.
QJsonObject slow(const char *on, int bytesPerSecond)
{
    return {{u"match"_s, u"slow"_s},
            {u"on"_s, QLatin1String(on)},
            {u"times"_s, qstrcmp(on, "get") == 0 ? 2 : 1},
            {u"rate"_s, bytesPerSecond}};
}

bool isAtWorkIn(const QJsonObject &task, const QString &step)
{
    return task.value(u"current_step").toString() == step;
}

} // namespace

/// What the service replaced got wrong, and what kills and restarts do.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // "Work files named by base name: some completed with another user's image."
    void filesOfTheSameNameDoNotMeet()
    {
        ServiceFixture service;
        QVERIFY(service.start());
        constexpr int count = 32;
        QStringList ids;
        for (int i = 0; i < count; ++i) {
            QVERIFY(service.put(u"in%1/same.tif"_s.arg(i), tiffImage({300 + i, 200})));
            ids << service.server.submit(u"b1/in%1/same.tif"_s.arg(i), u"b1/out%1"_s.arg(i));
        }

        for (int i = 0; i < count; ++i) {
            QCOMPARE(service.server.waitForEnd(ids[i]).value(u"status").toString(), u"completed"_s);
            const QString archive = service.objectFile(u"out%1/same.tif.dzip"_s.arg(i));
            QCOMPARE(dziSize(archive), QSize(300 + i, 200));
            QCOMPARE(judged(archive), QString());
        }
    }

    // Each found the name free, as none of the others was there yet, and the last one won.
    void archivesOfOneNameDoNotMeetInABucket()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--process-workers"_s, u"2"_s}));
        QList<int> widths;
        QStringList ids;
        for (int i = 0; i < 6; ++i) {
            widths << 300 + i;
            QVERIFY(service.put(u"in%1/same.tif"_s.arg(i), tiffImage({widths.last(), 200})));
        }
        for (int i = 0; i < 6; ++i) {
            const QByteArray job
                = R"({"source":{"bucket":"b1/in%1/same.tif"},"target":"b1/out","token":"editor-token",)"
                  R"("options":{"exists":"rename"}})";
            const HttpReply reply
                = service.server.request("POST",
                                         u"/api/v1/jobs"_s,
                                         QByteArray(job).replace("%1", QByteArray::number(i)),
                                         "editor-token");
            ids << reply.json().value(u"id").toString();
        }
        for (const QString &id : ids)
            QCOMPARE(service.server.waitForEnd(id).value(u"status").toString(), u"completed"_s);

        QList<int> found{dziSize(service.objectFile(u"out/same.tif.dzip"_s)).width()};
        for (int copy = 2; copy <= 6; ++copy)
            found << dziSize(service.objectFile(u"out/same.tif (%1).dzip"_s.arg(copy))).width();
        std::sort(found.begin(), found.end());
        QCOMPARE(found, widths);
    }

    // "100 jobs for one object: 57-67 % failed."
    void manyJobsForOneObjectAllComplete()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--process-workers"_s, u"2"_s}));
        QVERIFY(service.put(u"one.tif"_s, tiffImage({300, 200})));
        QStringList ids;
        for (int i = 0; i < 40; ++i)
            ids << service.server.submit(u"b1/one.tif"_s, u"b1/out"_s);

        for (const QString &id : ids) {
            const QJsonObject task = service.server.waitForEnd(id);
            QVERIFY2(task.value(u"status").toString() == u"completed",
                     (QJsonDocument(task).toJson() + service.server.log()).constData());
        }
        QCOMPARE(judged(service.objectFile(u"out/one.tif.dzip"_s)), QString());
        QTRY_COMPARE(service.server.workFiles(), QStringList());
    }

    // "A killed or stopped worker loses its job for ever; a restart loses all."
    void aServerThatEndsInAStageGoesOnAfterItsRestart_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<bool>("isKilled");
        QTest::addColumn<int>("downloads");
        for (const bool killed : {true, false}) {
            const char *const how = killed ? "kill -9" : "SIGTERM";
            QTest::addRow("%s in download", how)
                << u"downloading"_s << slow("get", 2'000'000) << killed << 2;
            QTest::addRow("%s in process", how)
                << u"creating_deepzoom"_s << QJsonObject() << killed << 1;
            QTest::addRow("%s in upload", how)
                << u"uploading"_s << slow("put", 20'000) << killed << 1;
        }
    }

    void aServerThatEndsInAStageGoesOnAfterItsRestart()
    {
        QFETCH(QString, step);
        QFETCH(QJsonObject, fault);
        QFETCH(bool, isKilled);
        QFETCH(int, downloads);
        ServiceFixture service;
        const QStringList grace{u"--grace"_s, u"0"_s};
        QVERIFY(service.start(grace));
        QVERIFY(service.put(u"slow.tif"_s, tiffImage({2000, 1500})));
        QVERIFY(fault.isEmpty() || service.bucket.addFault(fault));
        const QString id = service.server.submit(u"b1/slow.tif"_s, u"b1/out"_s);
        const QJsonObject before
            = service.server.waitFor(id, [&](const QJsonObject &t) { return isAtWorkIn(t, step); });
        QCOMPARE(before.value(u"current_step").toString(), step);

        if (isKilled)
            service.server.kill();
        else
            QCOMPARE(service.server.terminate(), 0);
        QVERIFY(service.startServer(grace));
        const QJsonObject after = service.server.waitForEnd(id);

        QVERIFY2(after.value(u"status").toString() == u"completed",
                 qPrintable(after.value(u"error").toString()));
        QCOMPARE(judged(service.objectFile(u"out/slow.tif.dzip"_s), {u"--size"_s, u"2000x1500"_s}),
                 QString());
        QVERIFY2(service.transfers("GET", u"slow.tif"_s) <= downloads,
                 "a finished download was repeated");
        QTRY_COMPARE(service.server.workFiles(), QStringList());
    }

    void aServerThatEndsAnswersQuestionsAndTakesNothingNew()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--grace"_s, u"60"_s}));
        QVERIFY(service.put(u"slow.tif"_s, tiffImage({2000, 1500})));
        QVERIFY(service.bucket.addFault(slow("put", 100'000)));
        const QString id = service.server.submit(u"b1/slow.tif"_s, u"b1/out"_s);
        service.server.waitFor(
            id, [](const QJsonObject &task) { return isAtWorkIn(task, u"uploading"_s); });
        const auto ask
            = [&](const QByteArray &method, const QString &path, const QByteArray &body) {
                  return service.server.request(method, path, body, "editor-token");
              };
        const QByteArray another = R"({"source":{"bucket":"b1/x.tif"},"target":"b1/out"})";

        ::kill(pid_t(service.server.pid()), SIGTERM);
        QTRY_COMPARE(ask("POST", u"/api/v1/jobs"_s, another).status, 503);
        const HttpReply refused = ask("POST", u"/api/v1/jobs"_s, another);
        const HttpReply legacy = ask(
            "POST", u"/deepzoom"_s, R"({"path":"b1/x.tif","target_path":"b1/out","token":"t"})");

        QCOMPARE(refused.json().value(u"code"), u"E_DRAINING"_s);
        QVERIFY(!refused.header("Retry-After").isEmpty());
        QCOMPARE(legacy.status, 503);
        QCOMPARE(service.server.status(id).value(u"status"), u"processing"_s);
        QCOMPARE(ask("GET", u"/readyz"_s, {}).status, 503);
        QCOMPARE(ask("GET", u"/livez"_s, {}).status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(!service.server.isRunning(), 60'000);
        QVERIFY(service.hasObject(u"out/slow.tif.dzip"_s));
    }

    void acceptedJobsSurviveAKill()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--roles"_s, u"api"_s}));
        QStringList ids;
        for (int i = 0; i < 50; ++i)
            ids << service.server.submit(u"b1/x%1.tif"_s.arg(i), u"b1/out"_s);
        service.server.kill();
        QVERIFY(service.startServer({u"--roles"_s, u"api"_s}));

        for (const QString &id : ids)
            QCOMPARE(service.server.status(id).value(u"status").toString(), u"queued"_s);
    }

    void twoThousandJobsAtOnceAreAllTaken()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--roles"_s, u"api"_s}));
        QSet<QString> ids;
        for (int i = 0; i < 2000; ++i)
            ids.insert(service.server.submit(u"b1/x%1.tif"_s.arg(i), u"b1/out"_s));
        ids.remove(QString());

        QCOMPARE(ids.size(), 2000);
        const QJsonObject tasks
            = service.server.request("GET", u"/deepzoom/tasks"_s, {}, "editor-token").json();
        QCOMPARE(tasks.value(u"total").toInt(), 2000);
        QCOMPARE(tasks.value(u"tasks").toObject().size(), 2000);
    }

    void aFullQueueSaysWhenToComeBack()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--roles"_s, u"api"_s, u"--queue-limit"_s, u"3"_s}));
        for (int i = 0; i < 3; ++i)
            QVERIFY(!service.server.submit(u"b1/x.tif"_s, u"b1/out"_s).isEmpty());
        const HttpReply refused = service.server.request(
            "POST",
            u"/deepzoom"_s,
            R"({"path":"b1/x.tif","target_path":"b1/out","token":"editor-token"})");

        QCOMPARE(refused.status, 503);
        QVERIFY(refused.header("retry-after").toInt() > 0);
    }

    // "A late write sets queued over failed for ever": status and progress never go back.
    void statusAndProgressOnlyGoForward()
    {
        ServiceFixture service;
        QVERIFY(service.start());
        QVERIFY(service.put(u"slow.tif"_s, tiffImage({1500, 1000})));
        QVERIFY(service.bucket.addFault(slow("get", 2'000'000)));
        const QString id = service.server.submit(u"b1/slow.tif"_s, u"b1/out"_s);
        const QStringList order{u"queued_for_download"_s,
                                u"downloading"_s,
                                u"downloaded"_s,
                                u"creating_deepzoom"_s,
                                u"compressing"_s,
                                u"processed"_s,
                                u"uploading"_s,
                                u"completed"_s};
        double progress = 0;
        qsizetype step = 0;
        QSet<double> seenWhileDownloading;
        service.server.waitFor(id, [&](const QJsonObject &task) {
            const double now = task.value(u"progress").toDouble();
            const qsizetype at = order.indexOf(task.value(u"current_step").toString());
            [&] {
                QVERIFY2(at >= step, qPrintable(task.value(u"current_step").toString()));
                QVERIFY(now >= progress);
            }();
            progress = now;
            step = at;
            if (isAtWorkIn(task, u"downloading"_s))
                seenWhileDownloading.insert(now);
            return QTest::currentTestFailed() || task.value(u"status").toString() == u"completed";
        });

        QCOMPARE(progress, 100.0);
        QVERIFY2(seenWhileDownloading.size() >= 2, "progress does not move within the download");
    }

    // "A failing download deletes another job's file."
    void aFailureHarmsNoOtherJob()
    {
        ServiceFixture service;
        QVERIFY(service.start());
        QVERIFY(service.put(u"good/same.tif"_s, tiffImage({900, 700})));
        QVERIFY(service.put(u"bad/same.tif"_s, QByteArray("no image at all")));
        QStringList good;
        for (int i = 0; i < 8; ++i) {
            service.server.submit(u"b1/bad/same.tif"_s, u"b1/out-bad"_s);
            service.server.submit(u"b1/missing/same.tif"_s, u"b1/out-bad"_s);
            good << service.server.submit(u"b1/good/same.tif"_s, u"b1/out%1"_s.arg(i));
        }

        for (const QString &id : good)
            QCOMPARE(service.server.waitForEnd(id).value(u"status").toString(), u"completed"_s);
        QVERIFY(!service.hasObject(u"out-bad/same.tif.dzip"_s));
    }

    void aBodyOf200MegabytesIsRefusedUnread()
    {
        ServiceFixture service;
        QVERIFY(service.start());
        const HttpReply reply
            = service.server.request("POST", u"/deepzoom"_s, QByteArray(200'000'000, ' '));

        QVERIFY(reply.status == 413
                || reply.status == 0); // the answer can be lost while the client still sends
        const qint64 peak = service.server.peakMemory();
#ifndef CREATEZOOM_SANITIZED
        QVERIFY2(peak < 100'000'000, qPrintable(QString::number(peak)));
#endif
        QVERIFY(peak > 0);
        QCOMPARE(service.server.request("GET", u"/deepzoom/health"_s).status, 200);
    }

    void aConversionWaitsForTheMemoryOfAnother()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--process-workers"_s, u"2"_s, u"--memory-budget"_s, u"256"_s}));
        QStringList ids;
        for (const QString &name : {u"a.png"_s, u"b.png"_s}) {
            // Interlaced: no row is whole before the file has been read, so all pixels are kept.
            const QStringList black{
                u"black"_s, service.objectFile(name) + u"[interlace]"_s, u"9000"_s, u"9000"_s};
            QCOMPARE(QProcess::execute(u"vips"_s, black), 0);
        }
        for (const QString &name : {u"a.png"_s, u"b.png"_s})
            ids << service.server.submit(u"b1/"_s + name, u"b1/out"_s);
        bool hasWaited = false;
        for (const QString &id : ids) {
            const QJsonObject task = service.server.waitFor(id, [&](const QJsonObject &) {
                for (const QString &each : ids) {
                    const QByteArray job
                        = service.server
                              .request("GET", u"/api/v1/jobs/"_s + each, {}, "editor-token")
                              .body;
                    hasWaited = hasWaited || job.contains("Waiting for memory");
                }
                const QString status = service.server.status(id).value(u"status").toString();
                return status == u"completed" || status == u"failed";
            });
            QVERIFY2(task.value(u"status").toString() != u"failed",
                     qPrintable(task.value(u"error").toString()));
        }

        QVERIFY(hasWaited);
        QVERIFY(service.hasObject(u"out/a.png.dzip"_s) && service.hasObject(u"out/b.png.dzip"_s));
    }

    void aDecoderThatHangsIsEndedAndReported()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--stuck-timeout"_s, u"1"_s}));
        QVERIFY(service.put(u"x.png"_s, blackPng({9000, 9000})));
        const QString id = service.server.submit(u"b1/x.png"_s, u"b1/out"_s);
        const auto decoder = static_cast<pid_t>(service.server.waitForChild());
        QTRY_VERIFY(isDecoder(decoder));
        QVERIFY(decoder > 0 && ::kill(decoder, SIGSTOP) == 0);
        const QJsonObject task = service.server.waitForEnd(id);

        QCOMPARE(task.value(u"status").toString(), u"failed"_s);
        QVERIFY2(task.value(u"error").toString().contains(u"made no progress for 1 s"_s),
                 qPrintable(task.value(u"error").toString()));
        QCOMPARE(service.server.children(), QList<qint64>());
        QTRY_COMPARE(service.server.workFiles(), QStringList());
    }

    void aDiskAtItsFloorMakesJobsWaitAndNotFail()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--disk-floor"_s, u"1048576"_s})); // 1 TiB
        QVERIFY(service.put(u"x.tif"_s, tiffImage({300, 200})));
        const QString id = service.server.submit(u"b1/x.tif"_s, u"b1/out"_s);
        const QJsonObject blocked = service.server.waitFor(id, [](const QJsonObject &task) {
            return task.value(u"step_details")
                .toObject()
                .value(u"message")
                .toString()
                .contains(u"disk");
        });

        QCOMPARE(blocked.value(u"status").toString(), u"queued"_s);
        QVERIFY(blocked.value(u"step_details")
                    .toObject()
                    .value(u"message")
                    .toString()
                    .contains(u"disk"));
        service.server.kill();
        QVERIFY(service.startServer());
        QCOMPARE(service.server.waitForEnd(id).value(u"status").toString(), u"completed"_s);
    }

    void theFailureWordIsASetting()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--failure-word"_s, u"error"_s}));
        const QJsonObject task
            = service.server.waitForEnd(service.server.submit(u"b1/none.png"_s, u"b1/out"_s));

        QCOMPARE(task.value(u"status").toString(), u"error"_s);
        QVERIFY(!task.value(u"error").toString().isEmpty());
    }

    void aSecondServerOnTheSameDataIsRefused()
    {
        ServiceFixture service;
        QVERIFY(service.start());
        QProcess second;
        second.setProcessChannelMode(QProcess::MergedChannels);
        second.start(programPath(u"createzoomd"_s),
                     {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, service.server.dataFolder()});
        QVERIFY(second.waitForFinished());

        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAll().contains("in use"));
    }

    void aFolderServesAsBucket()
    {
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(u"lab/in"_s));
        QFile image(root.filePath(u"lab/in/ä 1.tif"_s));
        QVERIFY(image.open(QIODevice::WriteOnly));
        image.write(tiffImage({300, 200}));
        image.close();
        ServerProcess server;
        QVERIFY(server.start({u"--bucket-url"_s, u"file://"_s + root.path()}));
        const QJsonObject task
            = server.waitForEnd(server.submit(u"lab/in/ä 1.tif"_s, u"lab/out/"_s));

        QVERIFY2(task.value(u"status").toString() == u"completed",
                 qPrintable(task.value(u"error").toString()));
        QCOMPARE(judged(root.filePath(u"lab/out/ä 1.tif.dzip"_s)), QString());
        QFile token(server.dataFolder() + u"/admin-token"_s);
        QVERIFY(token.open(QIODevice::ReadOnly));
        QCOMPARE(token.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(server.request("GET", u"/deepzoom/tasks"_s, {}, token.readAll().trimmed()).status,
                 200);
        QCOMPARE(server.request("GET", u"/deepzoom/tasks"_s, {}, "other").status, 401);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
