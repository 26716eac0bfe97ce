// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that ask a server and steer its jobs, as people type them.
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"
#include "tests/support/cannedserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output{};
    QByteArray errors{};
};

Outcome outcomeOf(QProcess &process)
{
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace

class TestJobsVerbs : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServiceFixture> m_service;
    QTemporaryDir m_folder;

    QString tokenFile(const QByteArray &token = "editor-token") const
    {
        const QString name = m_folder.filePath(QString::fromLatin1(token));
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(token) > 0 ? name : QString();
    }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }

    void start(QProcess &process, const QString &words, const QByteArray &token = "editor-token")
    {
        process.start(programPath(u"createzoomd"_s),
                      words.split(u' ')
                          + QStringList{u"--server"_s,
                                        m_service->server.url().toString(),
                                        u"--token-file"_s,
                                        tokenFile(token)});
    }

    Outcome run(const QString &words, const QByteArray &token = "editor-token")
    {
        QProcess process;
        start(process, words, token);
        return outcomeOf(process);
    }

    QString submit(const QString &source)
    {
        return QString::fromLatin1(run(u"submit "_s + source + u" b1/out"_s).output.trimmed());
    }

    QString stateOf(const QString &id)
    {
        return QJsonDocument::fromJson(run(u"jobs show --json "_s + id).output)
            .object()
            .value(u"state")
            .toString();
    }

private Q_SLOTS:
    void init()
    {
        // What is refused changes nothing: one server is enough for all of it.
        if (m_service && qstrcmp(QTest::currentTestFunction(), "whatIsWrongHasACode") == 0)
            return;
        m_service = std::make_unique<ServiceFixture>();
        QVERIFY(m_service->start({u"--admin-actions-domains"_s,
                                  u"@medisin.uio.no"_s,
                                  u"--private-callbacks"_s,
                                  u"yes"_s}));
        QVERIFY(m_service->put(u"in/a.tif"_s, tiffImage({600, 400})));
    }

    void aSubmitMayWaitForItsEnd()
    {
        const Outcome done = run(u"submit b1/in/a.tif b1/out --quality 60 --wait"_s);
        const Outcome failed = run(u"submit b1/in/none.tif b1/out --wait"_s);
        const Outcome json = run(u"submit b1/in/a.tif b1/again --wait --json"_s);

        QVERIFY2(done.exitCode == 0, done.errors.constData());
        QVERIFY(done.output.contains("b1/out/a.tif.dzip"));
        QVERIFY(m_service->hasObject(u"out/a.tif.dzip"_s));
        QCOMPARE(failed.exitCode, 1);
        QVERIFY2(failed.errors.contains("failed"), failed.errors.constData());
        QCOMPARE(QJsonDocument::fromJson(json.output).object().value(u"state"), u"done"_s);
    }

    void aFileBecomesAnArchiveHere()
    {
        const QString image = file(u"slide.tif"_s, tiffImage({600, 400}));
        const QString archive = image + u".dzip"_s;

        const Outcome done = run(u"submit %1 -o %2"_s.arg(image, m_folder.path()));
        const Outcome again = run(u"submit %1 -o %2"_s.arg(image, m_folder.path()));
        const Outcome toBucket = run(u"submit %1 b1/out --wait"_s.arg(image));

        QVERIFY2(done.exitCode == 0, done.errors.constData());
        QCOMPARE(done.output.trimmed(), archive.toUtf8());
        QVERIFY(!QFile::exists(archive + u".part"_s));
        QProcess verify;
        verify.start(programPath(u"createzoomd"_s), {u"verify"_s, archive});
        const Outcome verified = outcomeOf(verify);
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
        QCOMPARE(again.exitCode, 2);
        QVERIFY2(again.errors.contains("is there already"), again.errors.constData());
        QVERIFY2(toBucket.exitCode == 0, toBucket.errors.constData());
        QVERIFY(m_service->hasObject(u"out/slide.tif.dzip"_s));
    }

    void anArchiveIsFetchedLater()
    {
        const QString image = file(u"later.tif"_s, tiffImage({300, 200}));
        const Outcome job = run(u"submit %1 --wait --json"_s.arg(image));
        const QString id = QJsonDocument::fromJson(job.output).object().value(u"id").toString();
        const QString fetch = u"jobs result %1 -o %2"_s.arg(id, m_folder.path());

        const Outcome strangers = run(fetch, "stranger-token");
        const bool isKeptFromThem = !QFile::exists(image + u".dzip"_s);
        const Outcome fetched = run(fetch);

        QCOMPARE(strangers.exitCode, 1);
        QVERIFY(isKeptFromThem);
        QVERIFY2(fetched.exitCode == 0, fetched.errors.constData());
        QVERIFY(QFile::exists(image + u".dzip"_s));
    }

    void whoIsNamedIsTold()
    {
        CannedServer listener({answer("204 No Content")});
        const QString secret = file(u"secret"_s, "a shared key");

        const Outcome done
            = run(u"submit b1/in/a.tif b1/out --callback %1 --callback-secret-file %2"_s.arg(
                QString::fromUtf8(listener.url("/hook")), secret));

        QVERIFY2(done.exitCode == 0, done.errors.constData());
        QVERIFY(QTest::qWaitFor([&] { return !listener.requests.isEmpty(); }, 60'000));
        QVERIFY(fieldOf(listener.requests.first(), "webhook-signature").startsWith("v1,"));
    }

    void jobsAreListedAndShown()
    {
        run(u"submit b1/in/a.tif b1/out --quality 60 --wait"_s);
        run(u"submit b1/in/none.tif b1/out --wait"_s);

        const QByteArray all = run(u"jobs"_s).output;
        const QByteArray failed = run(u"jobs list --state failed"_s).output;
        const QByteArray json = run(u"jobs --json --sort created_at --source b1/in/a"_s).output;
        const QJsonArray jobs = QJsonDocument::fromJson(json).object().value(u"jobs").toArray();
        QCOMPARE(jobs.size(), 1);
        const QString id = jobs[0][u"id"].toString();
        const QByteArray shown = run(u"jobs show "_s + id).output;
        const Outcome log = run(u"jobs logs "_s + id);

        QCOMPARE(all.count('\n'), 3);
        QCOMPARE(failed.count('\n'), 2);
        QVERIFY(failed.contains("none.tif"));
        QVERIFY2(shown.contains("b1/out/a.tif.dzip"), shown.constData());
        QVERIFY2(shown.contains("quality  "), shown.constData());
        QVERIFY2(log.output.contains(" info "), log.output.constData());
    }

    void aLogIsFollowedToItsEnd()
    {
        QCOMPARE(run(u"queue pause"_s).exitCode, 0);
        const QString id = submit(u"b1/in/a.tif"_s);
        QProcess follower;
        start(follower, u"jobs logs -f "_s + id);
        QVERIFY(follower.waitForStarted());

        QCOMPARE(run(u"queue resume"_s).exitCode, 0);
        const Outcome followed = outcomeOf(follower);

        QVERIFY2(followed.exitCode == 0, followed.errors.constData());
        QCOMPARE(followed.output, run(u"jobs logs "_s + id).output);
        QVERIFY(followed.output.contains("upload"));
    }

    void waitingJobsAreSteered()
    {
        QCOMPARE(run(u"queue pause"_s).exitCode, 0);
        const QString a = submit(u"b1/in/a.tif"_s);
        const QString b = submit(u"b1/in/none.tif"_s);

        QCOMPARE(run(u"jobs pause "_s + a + u' ' + b).output,
                 (a + u" paused\n"_s + b + u" paused\n"_s).toUtf8());
        QCOMPARE(run(u"jobs resume "_s + a).output, (a + u" waiting\n"_s).toUtf8());
        QCOMPARE(run(u"jobs resume "_s + b).exitCode, 0);
        QCOMPARE(run(u"jobs move "_s + b + u" top"_s).exitCode, 0);
        QCOMPARE(run(u"jobs set "_s + a + u" --tile-size 510"_s).exitCode, 0);
        const QJsonObject job
            = QJsonDocument::fromJson(run(u"jobs show --json "_s + a).output).object();
        QCOMPARE(job.value(u"options")[u"tile_size"], 510);
        QCOMPARE(run(u"jobs cancel "_s + a).output, (a + u" cancelled\n"_s).toUtf8());
        QCOMPARE(stateOf(a), u"cancelled"_s);
        QCOMPARE(run(u"jobs retry "_s + a).output, (a + u" waiting\n"_s).toUtf8());
        const Outcome early = run(u"jobs remove "_s + a);
        QCOMPARE(early.exitCode, 1);
        QVERIFY(early.errors.contains(a.toUtf8()));
    }

    void manyJobsAreNamedByWhatTheyHaveInCommon()
    {
        QCOMPARE(run(u"queue pause"_s).exitCode, 0);
        const QString a = submit(u"b1/in/a.tif"_s);
        const QString b = submit(u"b1/in/none.tif"_s);

        const Outcome none = run(u"jobs cancel --state running"_s);
        const Outcome both = run(u"jobs cancel --state waiting"_s);
        const Outcome retried
            = run(u"jobs retry --search none.tif --bucket-token-file "_s + tokenFile());

        QCOMPARE(none.exitCode, 0);
        QCOMPARE(both.exitCode, 0);
        QCOMPARE(both.output.count(" done\n"), 2);
        QCOMPARE(stateOf(a), u"cancelled"_s);
        QCOMPARE(retried.output, (b + u" done\n"_s).toUtf8());
        QCOMPARE(stateOf(b), u"waiting"_s);
        QCOMPARE(run(u"jobs remove --state cancelled --json"_s).exitCode, 0);
        QCOMPARE(stateOf(a), QString());
    }

    void theQueueIsShownAndChanged()
    {
        const QByteArray shown = run(u"queue"_s).output;
        const Outcome changed = run(u"queue pause --process 2 --json"_s);

        QVERIFY2(shown.contains("yes"), shown.constData());
        const QJsonObject queue = QJsonDocument::fromJson(changed.output).object();
        QCOMPARE(queue.value(u"paused"), true);
        QCOMPARE(queue.value(u"concurrency")[u"process"], 2);
        QVERIFY(run(u"queue"_s).output.contains("no, paused"));
        QVERIFY(run(u"workers"_s).output.contains("download"));
    }

    void whatIsWrongHasACode_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const QString &words, int exitCode, const QByteArray &says) {
            QTest::newRow(qPrintable(words)) << words << exitCode << says;
        };
        row(u"jobs explode"_s, 2, "no verb named \"explode\"");
        row(u"jobs cancel"_s, 2, "either ids or");
        row(u"jobs cancel a --state done"_s, 2, "either ids or");
        row(u"jobs show"_s, 2, "something is missing");
        row(u"jobs show a b"_s, 2, "unexpected: b");
        row(u"jobs show nothere"_s, 1, "There is no such job");
        row(u"jobs logs -f nothere"_s, 1, "There is no such job");
        row(u"jobs --state dreaming"_s, 1, "no state named dreaming");
        row(u"jobs move a sideways"_s, 1, "no such job");
        row(u"jobs set a --quality 101"_s, 2, "quality must be");
        row(u"queue stop"_s, 2, "pause and resume");
        row(u"queue --process many"_s, 2, "must be a number");
        row(u"queue --process 65"_s, 1, "from 1 to 64");
        row(u"submit b1/in/a.tif"_s, 2, "something is missing");
        row(u"submit nothere.tif"_s, 1, "cannot be read");
        row(u"submit ./a.tif b1/out -o ."_s, 2, "-o is for an archive that stays");
        row(u"submit b1/in/a.tif b1/out --callback ftp://x"_s, 1, "must be an http(s) URL");
        row(u"submit b1/in/a.tif b1/out --callback http://x --callback-secret-file nothere"_s,
            2,
            "nothere cannot be read");
        row(u"jobs result nothere"_s, 1, "There is no such job");
        row(u"submit b1/../a.tif b1/out"_s, 1, "source.bucket must not");
    }

    void whatIsWrongHasACode()
    {
        QFETCH(QString, words);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, says);

        const Outcome outcome = run(words);

        QVERIFY2(outcome.exitCode == exitCode, outcome.errors.constData());
        QVERIFY2(outcome.errors.contains(says), outcome.errors.constData());
    }

    void whoMayOnlySeeIsTold()
    {
        const Outcome outcome = run(u"queue pause"_s, "viewer-token");

        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("Unauthorized email domain"), outcome.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestJobsVerbs)
#include "tst_jobsverbs.moc"
