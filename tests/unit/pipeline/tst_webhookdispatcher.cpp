// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobjson.h"
#include "core/jobs/jobwire.h"
#include "core/pipeline/webhookdispatcher.h"
#include "tests/support/enginestub.h"

#include <QSemaphore>
#include <QTest>

#include <set>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using std::chrono::milliseconds;

namespace {

struct Settled
{
    QString id;
    std::optional<milliseconds> again;
};

/// Has ended jobs whose ends are to be told; each is due once.
class CallbackEngine final : public EngineStub
{
public:
    QList<DueCallback> due{};
    std::optional<Job> job
        = Job{.id = u"j1"_s,
              .request = {.source = {u"b"_s, u"in/a.tif"_s}, .targetFolder = {u"b"_s, u"out"_s}},
              .state = JobState::Done,
              .endedAt = 1'800'000'000'123};
    QList<Settled> settled{};
    QStringList lines{};
    QSemaphore settlings{};
    std::mutex mutex{};

    Result<QList<DueCallback>> takeCallbacks(int limit, milliseconds) override
    {
        const std::scoped_lock lock(mutex);
        QList<DueCallback> taken = due.first(std::min<qsizetype>(limit, due.size()));
        due = due.sliced(taken.size());
        return taken;
    }
    Result<void> settleCallback(const QString &id, std::optional<milliseconds> again) override
    {
        const std::scoped_lock lock(mutex);
        settled << Settled{id, again};
        settlings.release();
        return {};
    }
    Result<std::optional<Job>> get(const QString &) override { return job; }
    Result<void> appendLog(const QString &, const QStringList &added) override
    {
        const std::scoped_lock lock(mutex);
        lines << added;
        return {};
    }
};

SecretBox box()
{
    return *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
}

DueCallback dueCallback(const QString &id, int tries = 1)
{
    const Callback callback{.url = QUrl(u"https://lab.example.org/hooks/secret-path"_s),
                            .secret = Secret("key")};
    return {
        .jobId = id, .sealed = box().seal(toSecret(callback), callbackSeal(id)), .tries = tries};
}

struct Told
{
    QUrl url{};
    QByteArray secret{};
    WebhookMessage message{};
};

} // namespace

class TestWebhookDispatcher : public QObject
{
    Q_OBJECT

private:
    /// Runs until `count` callbacks are settled; whom it told.
    static QList<Told> run(CallbackEngine &engine, const Result<void> &outcome, int count = 1)
    {
        const SecretBox secrets = box();
        QList<Told> told;
        std::mutex mutex;
        const WebhookDispatcher dispatcher(
            {.engine = engine,
             .secrets = secrets,
             .tell =
                 [&](const Callback &callback, const WebhookMessage &message, const StepControl &) {
                     const std::scoped_lock lock(mutex);
                     told << Told{callback.url, callback.secret.expose(), message};
                     return outcome;
                 },
             .clock =
                 [] {
                     return 1'800'000'005'000;
                 }},
            {.firstDelay = 5s, .lookEvery = 1ms});
        const bool isSettled = engine.settlings.tryAcquire(count, 30'000);
        Q_ASSERT(isSettled);
        return told;
    }

private Q_SLOTS:
    void whoeverWantsToKnowIsTold()
    {
        CallbackEngine engine;
        engine.due << dueCallback(u"j1"_s);

        const QList<Told> told = run(engine, {});

        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().url, QUrl(u"https://lab.example.org/hooks/secret-path"_s));
        QCOMPARE(told.first().secret, "key"_ba);
        const WebhookMessage &message = told.first().message;
        QCOMPARE(message.id, "j1-1800000000123"_ba);
        QCOMPARE(message.sentAt, 1'800'000'005'000);
        const QJsonObject body = jsonObject(message.body);
        QCOMPARE(body.value(u"type"), u"job.done"_s);
        QCOMPARE(body.value(u"timestamp"), u"2027-01-15T08:00:00.123Z"_s);
        QCOMPARE(body.value(u"data"), toWire(*engine.job, Audience::Submitter));
        QVERIFY(!engine.settled.first().again);
    }

    void whatBecomesOfIt_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("tries");
        QTest::addColumn<std::optional<milliseconds>>("again");
        const auto row = [](const char *name, ErrorCode code, int tries, auto again) {
            QTest::newRow(name) << code << tries << std::optional<milliseconds>(again);
        };
        row("first failure", ErrorCode::Network, 1, 5s);
        row("second", ErrorCode::RemoteFailure, 2, 50s);
        row("third", ErrorCode::Timeout, 3, 300s);
        row("fourth", ErrorCode::Network, 4, 3000s);
        row("fifth", ErrorCode::Network, 5, std::nullopt);
        row("address not allowed", ErrorCode::Forbidden, 1, std::nullopt);
        row("wants no more", ErrorCode::NotFound, 1, std::nullopt);
        row("the program ends", ErrorCode::Cancelled, 3, 0s);
    }
    void whatBecomesOfIt()
    {
        QFETCH(ErrorCode, code);
        QFETCH(int, tries);
        CallbackEngine engine;
        engine.due << dueCallback(u"j1"_s, tries);

        run(engine, Error{code, u"it answered with status 500"_s});

        QTEST(engine.settled.first().again, "again");
    }

    void theJobsLogSaysSo_data()
    {
        QTest::addColumn<bool>("isTold");
        QTest::addColumn<QString>("expected");
        QTest::newRow("told") << true << u"info told https://lab.example.org of the end"_s;
        QTest::newRow("not") << false
                             << u"warning could not tell https://lab.example.org of the end: it "
                                u"answered with status 500; tries again in 5.0 s"_s;
    }
    void theJobsLogSaysSo()
    {
        QFETCH(bool, isTold);
        QFETCH(QString, expected);
        CallbackEngine engine;
        engine.due << dueCallback(u"j1"_s);

        run(engine,
            isTold ? Result<void>()
                   : Error{ErrorCode::RemoteFailure, u"it answered with status 500"_s});

        QCOMPARE(engine.lines.size(), 1);
        QVERIFY2(engine.lines.first().endsWith(expected), qPrintable(engine.lines.first()));
    }

    void whatCannotBeReadIsGivenUp_data()
    {
        QTest::addColumn<QByteArray>("sealed");
        QTest::newRow("no seal") << "nonsense"_ba;
        QTest::newRow("of another job") << dueCallback(u"j2"_s).sealed;
        QTest::newRow("a token") << box().seal(Secret("t"), u"j1"_s);
    }
    void whatCannotBeReadIsGivenUp()
    {
        QFETCH(QByteArray, sealed);
        CallbackEngine engine;
        engine.due << DueCallback{.jobId = u"j1"_s, .sealed = sealed, .tries = 1};

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be read"_s));
        QVERIFY(run(engine, {}).isEmpty());

        QVERIFY(!engine.settled.first().again);
    }

    void moreThanCanBeCalledAtOnceAreAllTold()
    {
        CallbackEngine engine;
        for (int i = 0; i < 40; ++i)
            engine.due << dueCallback(u"j%1"_s.arg(i));

        QCOMPARE(run(engine, {}, 40).size(), 40);

        std::set<QString> ids;
        for (const Settled &each : engine.settled)
            ids.insert(each.id);
        QCOMPARE(ids.size(), 40U);
    }

    void aJobThatRunsAgainTellsNobodyYet()
    {
        CallbackEngine engine;
        engine.job->state = JobState::Waiting;
        engine.due << dueCallback(u"j1"_s);
        const SecretBox secrets = box();
        std::atomic<int> told = 0;
        {
            const WebhookDispatcher dispatcher(
                {.engine = engine,
                 .secrets = secrets,
                 .tell =
                     [&](const Callback &, const WebhookMessage &, const StepControl &) {
                         ++told;
                         return Result<void>();
                     },
                 .clock =
                     [] {
                         return 0;
                     }},
                {.lookEvery = 1ms});
            QTRY_VERIFY([&] {
                const std::scoped_lock lock(engine.mutex);
                return engine.due.isEmpty();
            }());
        } // waits for what is under way
        QCOMPARE(told.load(), 0);
        QVERIFY(engine.settled.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWebhookDispatcher)
#include "tst_webhookdispatcher.moc"
