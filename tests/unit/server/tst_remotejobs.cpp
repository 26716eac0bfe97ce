// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/webtoken.h"
#include "core/transfer/remotejobs.h"
#include "server/restserver.h"
#include "tests/support/resultvalue.h"
#include "tests/unit/server/cannedserver.h"
#include "tests/unit/server/fakejobengine.h"
#include "tests/unit/server/fakepyramid.h"

#include <QTcpServer>
#include <QTest>

#include <future>
#include <thread>
#include <vector>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A real server on an engine in memory, the board behind it, and the same board over the wire.
struct Connected
{
    explicit Connected(const QByteArray &token = "admin")
    {
        start(u"127.0.0.1:0"_s);
        remote = std::make_unique<RemoteJobs>(url.toEncoded(), Secret(token));
    }

    void start(const QString &listen)
    {
        RestServerOptions options{};
        options.admins.localToken = Secret("admin");
        server = std::make_unique<RestServer>(local, nullptr, std::move(options));
        url = valueOf(server->start(listen));
    }

    std::atomic<bool> isGrowing = false;
    FakeJobEngine engine{};
    SecretBox secrets = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
    JobService local{engine,
                     secrets,
                     systemClock(),
                     [this](const Job &job) -> Result<std::unique_ptr<TileSource>> {
                         if (job.state == JobState::Waiting)
                             return Error{ErrorCode::NotFound, u"Nothing is there yet"_s};
                         return std::unique_ptr<TileSource>(
                             std::make_unique<FakePyramid>(isGrowing));
                     }};
    std::unique_ptr<RestServer> server{};
    QUrl url{};
    std::unique_ptr<RemoteJobs> remote{};
};

Job bucketJob(const QString &id, JobState state = JobState::Waiting)
{
    return {.id = id,
            .request = {.source = {u"b"_s, u"in/"_s + id + u".tif"_s},
                        .targetFolder = {u"b"_s, u"out"_s},
                        .submitter = tokenHash(Secret("user"))},
            .state = state};
}

JobRequest request()
{
    return {.source = {u"b"_s, u"in//a+ü #.tif"_s},
            .targetFolder = {u"b"_s, u"out"_s},
            .options = {.quality = 60, .exists = ExistsPolicy::Skip}};
}

template<typename T>
std::optional<ErrorCode> codeOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

using Deed = std::function<std::optional<ErrorCode>(JobBoard &, const QString &id)>;

} // namespace

Q_DECLARE_METATYPE(Deed)

class TestRemoteJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deedsEndOverTheWireAsTheyDoHere_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<JobState>("state");
        QTest::addColumn<bool>("isAllowed");
        using enum JobState;
        struct Row
        {
            const char *name;
            Deed deed;
            QList<JobState> allowed;
        };
        using Board = JobBoard;
        const QList<JobState> all{Waiting, Running, Failed, Done};
        const QList<Row> rows{
            {"pause",
             [](Board &b, const QString &id) { return codeOf(b.pause(id)); },
             {Waiting, Running}},
            {"resume",
             [](Board &b, const QString &id) { return codeOf(b.resume(id)); },
             {Waiting, Running}},
            {"move",
             [](Board &b, const QString &id) { return codeOf(b.move(id, QueueMove::Top)); },
             {Waiting}},
            {"options",
             [](Board &b, const QString &id) { return codeOf(b.setOptions(id, {.quality = 33})); },
             {Waiting, Failed}},
            {"retry with a token",
             [](Board &b, const QString &id) { return codeOf(b.retry(id, Secret("fresh"))); },
             {Failed}},
            {"retry without",
             [](Board &b, const QString &id) { return codeOf(b.retry(id, Secret())); },
             {}},
            {"remove",
             [](Board &b, const QString &id) { return codeOf(b.remove(id)); },
             {Failed, Done}},
            {"log", [](Board &b, const QString &id) { return codeOf(b.log(id)); }, all},
            {"preview",
             [](Board &b, const QString &id) { return codeOf(b.preview(id)); },
             {Running, Failed, Done}}};
        for (const Row &row : rows) {
            for (const JobState state : all)
                QTest::addRow("%s, %s", row.name, qPrintable(stateName(state)))
                    << row.deed << state << row.allowed.contains(state);
        }
    }

    void deedsEndOverTheWireAsTheyDoHere()
    {
        QFETCH(Deed, deed);
        QFETCH(JobState, state);
        QFETCH(bool, isAllowed);
        Connected two;
        two.engine.put(bucketJob(u"here"_s, state));
        two.engine.put(bucketJob(u"there"_s, state));

        const std::optional<ErrorCode> here = deed(two.local, u"here"_s);
        const std::optional<ErrorCode> there = deed(*two.remote, u"there"_s);

        QCOMPARE(there, here);
        QCOMPARE(!there.has_value(), isAllowed);
        const Job left = valueOf(two.engine.get(u"here"_s)).value_or(Job{});
        const Job leftThere = valueOf(two.engine.get(u"there"_s)).value_or(Job{});
        QCOMPARE(leftThere.id.isEmpty(), left.id.isEmpty()); // removed
        QCOMPARE(leftThere.state, left.state);
        QCOMPARE(leftThere.pauseWanted, left.pauseWanted);
        QCOMPARE(leftThere.place, left.place);
        QCOMPARE(leftThere.request.options, left.request.options);
    }

    void unknownJobsAreNotFound()
    {
        Connected two;
        JobBoard &board = *two.remote;

        QCOMPARE(codeOf(board.pause(u"x"_s)), ErrorCode::NotFound);
        QCOMPARE(codeOf(board.retry(u"x"_s, Secret())), ErrorCode::NotFound);
        QCOMPARE(codeOf(board.remove(u"../queue"_s)), ErrorCode::NotFound);
        QCOMPARE(codeOf(board.log(u"a b/ü"_s)), ErrorCode::NotFound);
        QCOMPARE(valueOf(board.cancel(u"x"_s)), CancelOutcome::NotFound);
    }

    void cancellingHasTheSameOutcomes_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<CancelOutcome>("outcome");
        QTest::newRow("waiting") << JobState::Waiting << CancelOutcome::Cancelled;
        QTest::newRow("running") << JobState::Running << CancelOutcome::Stopping;
        QTest::newRow("done") << JobState::Done << CancelOutcome::AlreadyEnded;
        QTest::newRow("failed") << JobState::Failed << CancelOutcome::AlreadyEnded;
    }

    void cancellingHasTheSameOutcomes()
    {
        QFETCH(JobState, state);
        QFETCH(CancelOutcome, outcome);
        Connected two;
        two.engine.put(bucketJob(u"a"_s, state));

        QCOMPARE(valueOf(two.remote->cancel(u"a"_s)), outcome);
    }

    void changesAreTheSame()
    {
        Connected two;
        Job failed = bucketJob(u"a"_s, JobState::Failed);
        failed.error = Error{ErrorCode::Damaged, u"It is cut off"_s, u"strip 7"_s};
        failed.facts.width = 100'000;
        two.engine.put(failed);
        two.engine.put(bucketJob(u"b"_s));

        const QList<Job> all = valueOf(two.remote->changes(0, 100'000)).jobs;

        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().id, u"a"_s);
        QCOMPARE(all.first().request, failed.request);
        QCOMPARE(all.first().error, failed.error);
        QCOMPARE(all.first().facts, failed.facts);
        QCOMPARE(valueOf(two.remote->changes(0, 1)).jobs.size(), 1);
        QCOMPARE(valueOf(two.remote->changes(1, 10)).jobs.first().id, u"b"_s);
        QVERIFY(valueOf(two.remote->changes(2, 10)).jobs.isEmpty());
    }

    void whatIsRemovedOnTheServerIsTold()
    {
        Connected two;
        two.engine.put(bucketJob(u"a"_s, JobState::Done));
        two.engine.put(bucketJob(u"b"_s));
        const JobChanges before = valueOf(two.remote->changes(0, 10));

        QVERIFY(two.local.remove(u"a"_s));
        const JobChanges after = valueOf(two.remote->changes(before.revision, 10));
        const JobChanges later = valueOf(two.remote->changes(after.revision, 10));

        QVERIFY(before.removed.isEmpty());
        QCOMPARE(after.removed, QStringList{u"a"_s});
        QVERIFY(after.jobs.isEmpty());
        QVERIFY(later.removed.isEmpty());
    }

    void oneStrangeJobHidesNoOther_data()
    {
        QTest::addColumn<QByteArray>("strange");
        QTest::addColumn<QStringList>("ids");
        const QStringList all{u"a"_s, u"x"_s, u"b"_s};
        const QStringList others{u"a"_s, u"b"_s};
        const auto row = [](const char *name, QByteArray json, const QStringList &ids) {
            QTest::newRow(name) << json.replace('\'', '"') << ids;
        };
        row("unknown state", "{'id':'x','state':'dreaming','stage':'process'}", all);
        row("unknown stage", "{'id':'x','state':'done','stage':'print'}", all);
        row("no stage", "{'id':'x','state':'done'}", all);
        row("more fields",
            "{'id':'x','state':'done','mood':{'a':[1,2]},'steps':[{'stage':'print'}]}",
            all);
        row("other types",
            "{'id':'x','state':'done','progress':'half','source':[],'facts':3,'revision':'9'}",
            all);
        row("no state", "{'id':'x'}", others);
        row("no id", "{'state':'done'}", others);
        row("no object", "'x'", others);
        row("nothing", "null", others);
    }

    void oneStrangeJobHidesNoOther()
    {
        QFETCH(QByteArray, strange);
        QFETCH(QStringList, ids);
        const QByteArray body = "{\"jobs\":[{\"id\":\"a\",\"state\":\"done\"}," + strange
            + ",{\"id\":\"b\",\"state\":\"waiting\"}],\"revision\":12}";
        CannedServer server("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        RemoteJobs jobs(server.url(), Secret("secret"));

        const JobChanges changes = valueOf(jobs.changes(0, 10));

        QStringList found;
        for (const Job &job : changes.jobs)
            found << job.id;
        QCOMPARE(found, ids);
        QCOMPARE(changes.revision, 12); // of the answer: whoever is skipped is not asked for again
    }

    void aSubmittedJobArrivesWhole()
    {
        Connected two;

        const Submitted submitted = valueOf(two.remote->submit(request(), Secret("user")));

        QCOMPARE(submitted.outcome, Submitted::Outcome::Accepted);
        const Job job = two.engine.all().first();
        QCOMPARE(job.id, submitted.id);
        QCOMPARE(job.request.source, request().source);
        QCOMPARE(job.request.targetFolder, request().targetFolder);
        QCOMPARE(job.request.options, request().options);
        QCOMPARE(job.request.submitter, tokenHash(Secret("user")));
    }

    void submitsHaveTheSameOutcomes()
    {
        Connected two;
        const auto submit = [&two](const JobRequest &wanted, const QString &key) {
            return valueOf(
                       two.remote->submit(wanted, Secret("user"), IdempotencyKey{key, u"any"_s}))
                .outcome;
        };
        JobRequest other = request();
        other.options.quality = 61;

        QCOMPARE(submit(request(), u"k"_s), Submitted::Outcome::Accepted);
        QCOMPARE(submit(request(), u"k"_s), Submitted::Outcome::Duplicate);
        QCOMPARE(submit(other, u"k"_s), Submitted::Outcome::KeyReused);
        two.engine.setQueueLimit(0);
        QCOMPARE(submit(other, u"l"_s), Submitted::Outcome::QueueFull);
        QCOMPARE(codeOf(two.remote->submit(request(), Secret())), ErrorCode::AuthRequired);
    }

    void filesOfThisComputerAreNoneOfAServers_data()
    {
        QTest::addColumn<bool>("isSource");
        QTest::newRow("source") << true;
        QTest::newRow("target") << false;
    }

    void filesOfThisComputerAreNoneOfAServers()
    {
        QFETCH(bool, isSource);
        Connected two;
        JobRequest wanted = request();
        (isSource ? wanted.source : wanted.targetFolder) = Location{{}, u"/data/x.tif"_s};

        const Result<Submitted> submitted = two.remote->submit(wanted, Secret("user"));

        QVERIFY(!submitted);
        QCOMPARE(submitted.error().code, ErrorCode::InvalidRequest);
        QVERIFY(two.engine.all().isEmpty());
    }

    void theQueueIsTheSame()
    {
        Connected two;

        for (const bool paused : {true, false}) {
            checkOk(two.remote->setQueuePaused(paused));
            QCOMPARE(valueOf(two.local.queue()).isPaused, paused);
            QCOMPARE(valueOf(two.remote->queue()).isPaused, paused);
        }
    }

    void whatIsAskedOfAJobArrives()
    {
        Connected two;
        two.engine.put(bucketJob(u"a"_s));
        const ConversionOptions options{
            .quality = 33, .format = TileFormat::Png, .range = {RangeChoice::Kind::Full}};

        for (const QueueMove where :
             {QueueMove::Up, QueueMove::Down, QueueMove::Top, QueueMove::Bottom}) {
            checkOk(two.remote->move(u"a"_s, where));
            QCOMPARE(two.engine.lastMove(), where);
        }
        checkOk(two.remote->setOptions(u"a"_s, options));
        QCOMPARE(two.engine.all().first().request.options, options);
    }

    void theLogIsTheSame()
    {
        Connected two;
        two.engine.put(bucketJob(u"a"_s));
        two.engine.setLog({u"ü one"_s, u"two"_s});

        QCOMPARE(valueOf(two.remote->log(u"a"_s)), valueOf(two.local.log(u"a"_s)));
    }

    void aPyramidComesTileByTile()
    {
        Connected two;
        two.engine.put(bucketJob(u"a"_s, JobState::Done));

        const std::unique_ptr<TileSource> here = valueOf(two.local.preview(u"a"_s));
        const std::unique_ptr<TileSource> there = valueOf(two.remote->preview(u"a"_s));
        two.remote.reset(); // a viewer may stay open

        QCOMPARE(there->descriptor().layout.size(), here->descriptor().layout.size());
        QCOMPARE(there->descriptor().format, here->descriptor().format);
        QCOMPARE(there->pixelSize(), here->pixelSize());
        QCOMPARE(there->isGrowing(), here->isGrowing());
        QCOMPARE(valueOf(there->tile({10, 1, 2})), valueOf(here->tile({10, 1, 2})));
        QCOMPARE(codeOf(there->tile({10, 9, 9})), ErrorCode::NotFound);
    }

    void aGrowingPyramidSaysSo()
    {
        Connected two;
        two.isGrowing = true;
        two.engine.put(bucketJob(u"a"_s, JobState::Running));

        const std::unique_ptr<TileSource> there = valueOf(two.remote->preview(u"a"_s));

        QVERIFY(there->isGrowing());
        QCOMPARE(codeOf(there->tile({10, 0, 0})), ErrorCode::NotFound);
        QCOMPARE(valueOf(there->tile({9, 0, 0})), "tile 9 0 0");
    }

    void callsOfManyThreadsDoNotMeet()
    {
        Connected two;
        two.engine.put(bucketJob(u"a"_s, JobState::Done));
        const std::unique_ptr<TileSource> pyramid = valueOf(two.remote->preview(u"a"_s));
        std::atomic<int> right = 0;

        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 12; ++t) {
                threads.emplace_back([&pyramid, &right, t] {
                    for (int i = 0; i < 10; ++i) {
                        const Result<QByteArray> tile = pyramid->tile({10, t % 4, i % 3});
                        const QByteArray wanted = "tile 10 " + QByteArray::number(t % 4) + ' '
                            + QByteArray::number(i % 3);
                        right += tile && *tile == wanted ? 1 : 0;
                    }
                });
            }
        }

        QCOMPARE(right.load(), 120);
    }

    void aTokenThatIsNotAnAdminsIsTold()
    {
        Connected two("somebody");

        QCOMPARE(codeOf(two.remote->changes(0, 10)), ErrorCode::AuthRequired);
        QCOMPARE(codeOf(two.remote->queue()), ErrorCode::AuthRequired);
    }

    void aServerThatIsGoneIsANetworkError()
    {
        Connected two;
        two.server->stop();

        const Result<QueueState> queue = two.remote->queue();

        QVERIFY(!queue);
        QCOMPARE(queue.error().code, ErrorCode::Network);
        QVERIFY(queue.error().message.startsWith(u"The server could not be asked: "));
    }

    void aServerThatComesBackIsAskedAgain()
    {
        Connected two;
        QVERIFY(two.remote->queue());
        two.server->stop();
        QVERIFY(!two.remote->queue());

        two.start(two.url.authority());

        QVERIFY(two.remote->queue());
    }

    void whoIsCutOffWaitsForNoServer()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        RemoteJobs jobs("http://127.0.0.1:" + QByteArray::number(silent.serverPort()), Secret("t"));
        std::future<std::optional<ErrorCode>> asked
            = std::async(std::launch::async, [&jobs] { return codeOf(jobs.queue()); });
        QVERIFY(silent.waitForNewConnection(10'000)); // it waits for the answer now

        jobs.cutOff();

        QCOMPARE(asked.get(), ErrorCode::Cancelled);
        QCOMPARE(codeOf(jobs.queue()), ErrorCode::Cancelled);
    }

    void aStoreThatIsGoneIsToldWithItsCode()
    {
        Connected two;
        two.engine.setFailure(Error{ErrorCode::DiskFull, u"The disk is full"_s});

        const Result<JobChanges> changes = two.remote->changes(0, 10);

        QVERIFY(!changes);
        QCOMPARE(changes.error().code, ErrorCode::DiskFull);
        QCOMPARE(changes.error().message, u"The disk is full"_s);
        QVERIFY(changes.error().retryAfter);
    }

    void whatIsNoCreateZoomIsToldSo_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QByteArray &head, ErrorCode code) {
            QTest::newRow(name) << "HTTP/1.1 " + head + "\r\nConnection: close\r\n" << code;
        };
        row("a page", "200 OK\r\nContent-Length: 6", ErrorCode::RemoteFailure);
        row("not found", "404 Not Found\r\nContent-Length: 6", ErrorCode::RemoteFailure);
        row("a redirect",
            "302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 6",
            ErrorCode::RemoteFailure);
        row("a proxy", "502 Bad Gateway\r\nContent-Length: 6", ErrorCode::RemoteFailure);
        row("a proxy's own password",
            "401 Unauthorized\r\nContent-Length: 6",
            ErrorCode::AuthRequired);
        row("cut off", "200 OK\r\nContent-Length: 99", ErrorCode::Network);
    }

    void whatIsNoCreateZoomIsToldSo()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        CannedServer server(answer + "\r\n<html>");
        RemoteJobs jobs(server.url(), Secret("secret"));

        QCOMPARE(codeOf(jobs.queue()), code);
    }

    void theTokenGoesInItsFieldAndNowhereElse()
    {
        CannedServer server(okAnswer(R"({"paused": true})"));
        RemoteJobs jobs(server.url(), Secret("secret"));

        QVERIFY(valueOf(jobs.queue()).isPaused);

        const QByteArray asked = server.asked();
        QVERIFY(asked.startsWith("GET /api/v1/queue HTTP/1.1\r\n"));
        // Qt 6.8 writes the names of fields in small letters.
        QVERIFY(asked.toLower().contains("\r\nauthorization: bearer secret\r\n"));
        QCOMPARE(asked.count("secret"), 1);
    }

    void aWorkerThatMakesNoSenseHidesNoOther()
    {
        CannedServer server(okAnswer(R"({"workers":[{"name":"a"},{"name":7},{"name":"b"}]})"));
        RemoteJobs jobs(server.url(), Secret("secret"));

        const QList<WorkerInfo> workers = valueOf(jobs.workers());

        QCOMPARE(workers.size(), 2);
        QCOMPARE(workers.last().name, u"b"_s);
    }

    void addressesHaveOneForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("url"); ///< empty: refused
        const auto row = [](const QString &text, const QByteArray &url) {
            QTest::newRow(qPrintable(text)) << text << url;
        };
        row(u"https://zoom.example.org"_s, "https://zoom.example.org");
        row(u" https://zoom.example.org/ "_s, "https://zoom.example.org");
        row(u"https://zoom.example.org/dzip//"_s, "https://zoom.example.org/dzip");
        row(u"zoom.example.org:8000"_s, "http://zoom.example.org:8000");
        row(u"127.0.0.1:8000"_s, "http://127.0.0.1:8000");
        row(u"[::1]:8000"_s, "http://[::1]:8000");
        row(u""_s, "");
        row(u"https://"_s, "");
        row(u"ftp://zoom.example.org"_s, "");
        row(u"file:///etc/passwd"_s, "");
        row(u"https://ann:pw@zoom.example.org"_s, "");
        row(u"https://zoom.example.org/?token=x"_s, "");
        row(u"https://zoom.example.org/#x"_s, "");
        row(u"two words"_s, "");
    }

    void addressesHaveOneForm()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, url);

        const Result<QByteArray> normal = normalServerUrl(text);

        QCOMPARE(normal ? *normal : QByteArray(), url);
    }
};

QTEST_GUILESS_MAIN(TestRemoteJobs)
#include "tst_remotejobs.moc"
