// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"
#include "core/jobs/webtoken.h"
#include "tests/support/enginestub.h"
#include "tests/support/fakeclock.h"
#include "tests/support/resultvalue.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Notes what it is asked, answers what it is told.
class NotingEngine : public EngineStub
{
public:
    QList<NewJob> submitted{};
    QByteArray retriedWith{};
    int calls = 0;
    RetryOutcome retryOutcome = RetryOutcome::Ok;
    Submitted::Outcome submitOutcome = Submitted::Outcome::Accepted;

    QList<Result<Submitted>> submitAll(const QList<NewJob> &jobs) override
    {
        ++calls;
        submitted << jobs;
        QList<Result<Submitted>> outcomes;
        for (const NewJob &job : jobs)
            outcomes << Submitted{submitOutcome, job.id};
        return outcomes;
    }
    Result<RetryOutcome> retry(const QString &, const QByteArray &sealed) override
    {
        ++calls;
        retriedWith = sealed;
        return retryOutcome;
    }
};

Secret jwt(const QJsonObject &claims)
{
    const auto part = [](const QJsonObject &json) {
        return QJsonDocument(json)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return Secret(part({{u"alg"_s, u"none"_s}}) + '.' + part(claims) + ".c2ln");
}

JobRequest request()
{
    return {.source = {u"b"_s, u"o"_s}, .targetFolder = {u"b"_s, u"f"_s}};
}

} // namespace

class TestJobService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void submitSealsTheTokenUnderTheJobsId();
    void jobIdIsARandomUuid();
    void submitterIsTakenFromTheToken_data();
    void submitterIsTakenFromTheToken();
    void givenSubmitterIsKept();
    void localJobNeedsNoToken();
    void expiredTokenIsRefusedBeforeTheEngine_data();
    void expiredTokenIsRefusedBeforeTheEngine();
    void eachOfSeveralHasItsOwnOutcome();
    void enginesOutcomeIsHandedOn();
    void retrySealsTheNewToken();
    void refusedRetryIsAnError_data();
    void refusedRetryIsAnError();
    void expiryIsReadFromTheToken_data();
    void expiryIsReadFromTheToken();

private:
    FakeClock m_clock;
    std::unique_ptr<NotingEngine> m_engine;
    std::unique_ptr<SecretBox> m_secrets;
    std::unique_ptr<JobService> m_service;
};

void TestJobService::init()
{
    auto box = SecretBox::fromKeys(Secret("k1:" + QByteArray(32, 'k').toBase64()));
    QVERIFY(box);
    m_secrets = std::make_unique<SecretBox>(std::move(*box));
    m_engine = std::make_unique<NotingEngine>();
    m_service = std::make_unique<JobService>(*m_engine, *m_secrets, m_clock.clock());
}

void TestJobService::submitSealsTheTokenUnderTheJobsId()
{
    const Submitted submitted = valueOf(m_service->submit(request(), Secret("canary")));

    QCOMPARE(m_engine->submitted.size(), 1);
    const NewJob &job = m_engine->submitted.first();
    QCOMPARE(job.id, submitted.id);
    QVERIFY(!job.sealedToken.contains("canary"));
    QCOMPARE(valueOf(m_secrets->open(job.sealedToken, job.id)).expose(), "canary");
}

void TestJobService::jobIdIsARandomUuid()
{
    const QString first = valueOf(m_service->submit(request(), Secret("t"))).id;
    const QString second = valueOf(m_service->submit(request(), Secret("t"))).id;

    const QUuid uuid = QUuid::fromString(first);
    QCOMPARE(uuid.version(), QUuid::Random);
    QCOMPARE(uuid.toString(QUuid::WithoutBraces), first);
    QCOMPARE(first, first.toLower());
    QVERIFY(first != second);
}

void TestJobService::submitterIsTakenFromTheToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("submitter");
    QTest::newRow("sub") << jwt({{u"sub"_s, u"user-7"_s}}).expose() << u"user-7"_s;
    QTest::newRow("no JWT") << QByteArray("opaque") << u"sha256:eb9ee0e06a5402f1fdad9ed4d6e30ff4"_s;
    QTest::newRow("none") << QByteArray() << QString();
}

void TestJobService::submitterIsTakenFromTheToken()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, submitter);

    valueOf(m_service->submit(request(), Secret(token)));

    if (submitter.startsWith(u"sha256:")) {
        QVERIFY(m_engine->submitted.first().request.submitter.startsWith(u"sha256:"));
        QCOMPARE(m_engine->submitted.first().request.submitter, submitterOf(Secret(token)));
        QVERIFY(submitterOf(Secret(token)) != submitterOf(Secret(token + 'x')));
    } else {
        QCOMPARE(m_engine->submitted.first().request.submitter, submitter);
    }
}

void TestJobService::givenSubmitterIsKept()
{
    JobRequest known = request();
    known.submitter = u"known"_s;

    valueOf(m_service->submit(known, jwt({{u"sub"_s, u"user-7"_s}})));

    QCOMPARE(m_engine->submitted.first().request.submitter, u"known"_s);
}

void TestJobService::localJobNeedsNoToken()
{
    const JobRequest local{.source = {{}, u"/a"_s}, .targetFolder = {{}, u"/o"_s}};

    valueOf(m_service->submit(local, {}));

    QVERIFY(m_engine->submitted.first().sealedToken.isEmpty());
}

void TestJobService::expiredTokenIsRefusedBeforeTheEngine_data()
{
    QTest::addColumn<qint64>("secondsLeft");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("yesterday") << qint64{-86'400} << false;
    QTest::newRow("now") << qint64{0} << false;
    QTest::newRow("in a second") << qint64{1} << true;
}

void TestJobService::expiredTokenIsRefusedBeforeTheEngine()
{
    QFETCH(qint64, secondsLeft);
    QFETCH(bool, isTaken);
    const Secret token = jwt({{u"exp"_s, m_clock.now() / 1000 + secondsLeft}});

    const Result<Submitted> submitted = m_service->submit(request(), token);
    const Result<void> retried = m_service->retry(u"id"_s, token);

    QCOMPARE(submitted.has_value(), isTaken);
    QCOMPARE(retried.has_value(), isTaken);
    QCOMPARE(m_engine->calls, isTaken ? 2 : 0);
    if (!isTaken) {
        QCOMPARE(submitted.error().code, ErrorCode::AuthExpired);
        QCOMPARE(retried.error().code, ErrorCode::AuthExpired);
        QVERIFY(!submitted.error().message.contains(QString::fromLatin1(token.expose())));
    }
}

void TestJobService::eachOfSeveralHasItsOwnOutcome()
{
    const QByteArray old = jwt({{u"exp"_s, m_clock.now() / 1000 - 1}}).expose();
    std::vector<Submission> submissions;
    for (const QByteArray &token : QByteArrayList{"first", old, "second"})
        submissions.push_back({.request = request(), .token = Secret(token)});

    const QList<Result<Submitted>> outcomes = m_service->submitAll(std::move(submissions));

    QCOMPARE(outcomes.size(), 3);
    QCOMPARE(outcomes.at(1).error().code, ErrorCode::AuthExpired);
    QCOMPARE(m_engine->calls, 1);
    QCOMPARE(m_engine->submitted.size(), 2);
    QCOMPARE(valueOf(outcomes.at(0)).id, m_engine->submitted.at(0).id);
    QCOMPARE(valueOf(outcomes.at(2)).id, m_engine->submitted.at(1).id);
    const NewJob &second = m_engine->submitted.at(1);
    QCOMPARE(valueOf(m_secrets->open(second.sealedToken, second.id)).expose(), "second");
}

void TestJobService::enginesOutcomeIsHandedOn()
{
    m_engine->submitOutcome = Submitted::Outcome::QueueFull;

    QCOMPARE(valueOf(m_service->submit(request(), Secret("t"))).outcome,
             Submitted::Outcome::QueueFull);
}

void TestJobService::retrySealsTheNewToken()
{
    checkOk(m_service->retry(u"job-1"_s, Secret("fresh")));

    QCOMPARE(valueOf(m_secrets->open(m_engine->retriedWith, u"job-1"_s)).expose(), "fresh");
}

void TestJobService::refusedRetryIsAnError_data()
{
    QTest::addColumn<RetryOutcome>("outcome");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("needs a token") << RetryOutcome::NeedsToken << ErrorCode::AuthExpired;
    QTest::newRow("not ended") << RetryOutcome::NotEnded << ErrorCode::Conflict;
    QTest::newRow("unknown") << RetryOutcome::NotFound << ErrorCode::NotFound;
}

void TestJobService::refusedRetryIsAnError()
{
    QFETCH(RetryOutcome, outcome);
    QFETCH(ErrorCode, code);
    m_engine->retryOutcome = outcome;

    const Result<void> retried = m_service->retry(u"id"_s, {});

    QVERIFY(!retried);
    QCOMPARE(retried.error().code, code);
}

void TestJobService::expiryIsReadFromTheToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("expiry"); // -1: none
    QTest::newRow("seconds") << jwt({{u"exp"_s, 1'800'000'000}}).expose()
                             << qint64{1'800'000'000'000};
    QTest::newRow("fraction") << jwt({{u"exp"_s, 1.5}}).expose() << qint64{1'000};
    QTest::newRow("text") << jwt({{u"exp"_s, u"1800000000"_s}}).expose() << qint64{-1};
    QTest::newRow("absent") << jwt({}).expose() << qint64{-1};
    QTest::newRow("opaque") << QByteArray("abc") << qint64{-1};
    QTest::newRow("three parts, no JSON") << QByteArray("a.b.c") << qint64{-1};
    QTest::newRow("empty") << QByteArray() << qint64{-1};
    QTest::newRow("beyond all time")
        << jwt({{u"exp"_s, 1e300}}).expose() << qint64{1'000'000'000'000'000'000};
    QTest::newRow("before all time") << jwt({{u"exp"_s, -1e300}}).expose() << qint64{0};
}

void TestJobService::expiryIsReadFromTheToken()
{
    QFETCH(QByteArray, token);
    QFETCH(qint64, expiry);

    QCOMPARE(tokenExpiry(Secret(token)).value_or(-1), expiry);
}

QTEST_GUILESS_MAIN(TestJobService)
#include "tst_jobservice.moc"
