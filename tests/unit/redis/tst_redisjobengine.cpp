// SPDX-License-Identifier: GPL-3.0-or-later
// What only this engine has: machines that hold files, answers that are lost, a server that goes.
#include "core/redis/redisclient.h"
#include "core/redis/redisjobengine.h"
#include "tests/support/fakeclock.h"
#include "tests/support/leases.h"
#include "tests/support/redisprocess.h"
#include "tests/support/resultvalue.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QList<Stage> allStages{Stage::Download, Stage::Process, Stage::Upload};

JobRequest bucketRequest()
{
    return {.source = {u"b"_s, u"s012.tif"_s}, .targetFolder = {u"b"_s, u"out"_s}};
}

} // namespace

class TestRedisJobEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void jobGoesOnOnlyWhereItsFileIs();
    void jobOfAMachineThatIsGoneStartsOver();
    void imageThatWorkersDieOfFails();
    void imageThatOneWorkerKeepsDyingOfFails();
    void workersThatDieOfOtherThingsAreNotCounted();
    void machineThatComesBackInTimeKeepsItsJobs();
    void serverThatWasAwayLetsAllKeepTheirJobs();
    void pausedJobOfAMachineThatIsGoneStartsOver();
    void splitWorkerTakesFilesThatCanBeFetched();
    void splitWorkerDownloadsForAllThatProcess();
    void sharedFolderIsOfAllItsWorkers();
    void sharedFolderOutlivesItsWorkers();
    void machineThatTellsOfItselfKeepsItsFiles();
    void restartPutsBackOnlyItsOwn();
    void claimAskedAgainIsTheSame();
    void storedTwiceIsStoredOnce();
    void jobWhoseHashIsGoneHoldsNobodyUp();
    void tokenIsInNoReplyAndGoneAtTheEnd();
    void acceptedJobsSurviveTheServersDeath();
    void withoutAServerCallsSaySoAtOnce();
    void otherKeysAreLeftAlone();
    void jobIsAcceptedOnceReplicasHaveIt();
    void runningWorkEndsThoughMemoryIsFull();

private:
    void letLeasesEnd() { tests::letLeasesEnd(*m_engine, *m_clock, m_limits.lease); }
    /// Another process on the same server.
    std::unique_ptr<RedisJobEngine> open(const RedisNode &node);
    std::optional<Claim> claimOn(RedisJobEngine &engine, const QString &worker, Stage stage);
    Claim claimBy(const QString &worker, const QList<Stage> &stages = allStages);
    bool hasClaimFor(const QString &worker);
    QString submit(const QByteArray &token = {});
    JobState state(const QString &id) { return valueOf(m_engine->get(id)).value_or(Job{}).state; }

    std::unique_ptr<RedisProcess> m_server;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<RedisJobEngine> m_engine;
    EngineLimits m_limits{};
    int m_jobs = 0;
};

void TestRedisJobEngine::init()
{
    m_server = std::make_unique<RedisProcess>(QStringList{u"--appendfsync"_s, u"always"_s},
                                              RedisProcess::Kind::StoppedClock);
    m_clock = std::make_unique<FakeClock>();
    m_clock->followedBy([this](qint64 now) { m_server->setTime(now); });
    m_engine = open({});
    QVERIFY(m_engine);
}

std::unique_ptr<RedisJobEngine> TestRedisJobEngine::open(const RedisNode &node)
{
    RedisAddress address;
    address.host = {u"127.0.0.1"_s, m_server->port()};
    return valueOf(RedisJobEngine::open(std::move(address), m_limits, node));
}

std::optional<Claim>
TestRedisJobEngine::claimOn(RedisJobEngine &engine, const QString &worker, Stage stage)
{
    return valueOf(engine.claim({stage}, worker, 0ms));
}

void TestRedisJobEngine::cleanup()
{
    m_engine.reset();
    m_clock.reset();
    m_server.reset();
}

Claim TestRedisJobEngine::claimBy(const QString &worker, const QList<Stage> &stages)
{
    return valueOf(m_engine->claim(stages, worker, 0ms)).value_or(Claim{});
}

bool TestRedisJobEngine::hasClaimFor(const QString &worker)
{
    return valueOf(m_engine->claim(allStages, worker, 0ms)).has_value();
}

QString TestRedisJobEngine::submit(const QByteArray &token)
{
    const QString id = u"job-%1"_s.arg(++m_jobs);
    return valueOf(m_engine->submit({id, bucketRequest(), token})).id;
}

void TestRedisJobEngine::jobGoesOnOnlyWhereItsFileIs()
{
    const QString id = submit();
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));

    QVERIFY(!hasClaimFor(u"b"_s));

    const Claim process = claimBy(u"a"_s);
    QCOMPARE(process.jobId, id);
    valueOf(m_engine->advance(process, Stage::Upload, {.path = u"q"_s}));
    QVERIFY(!hasClaimFor(u"b"_s));
    QCOMPARE(claimBy(u"a"_s).stage, Stage::Upload);
}

void TestRedisJobEngine::jobOfAMachineThatIsGoneStartsOver()
{
    const QString waiting = submit();
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));
    const QString running = submit();
    valueOf(
        m_engine->advance(claimBy(u"a"_s, {Stage::Download}), Stage::Process, {.path = u"p"_s}));
    QCOMPARE(claimBy(u"a"_s).jobId, waiting);
    letLeasesEnd();

    const Claim first = claimBy(u"b"_s);
    const Claim second = claimBy(u"b"_s);

    QCOMPARE(first.jobId, waiting);
    QCOMPARE(second.jobId, running);
    for (const Claim &claim : {first, second}) {
        QCOMPARE(claim.stage, Stage::Download);
        QVERIFY(claim.artifact.isEmpty());
        QCOMPARE(claim.attempts, 0);
    }
    QCOMPARE(first.crashes, 1); // it was being processed
    QCOMPARE(second.crashes, 0);
    QVERIFY(valueOf(m_engine->log(running)).last().contains(u"the machine that has its file"));
}

void TestRedisJobEngine::imageThatWorkersDieOfFails()
{
    const QString id = submit("sealed");
    for (const QString &worker : {u"a"_s, u"b"_s, u"c"_s}) {
        valueOf(m_engine->advance(claimBy(worker), Stage::Process, {.path = u"p"_s}));
        QCOMPARE(claimBy(worker).stage, Stage::Process);
        letLeasesEnd();
    }

    QVERIFY(!hasClaimFor(u"d"_s));
    const Job job = valueOf(m_engine->get(id)).value_or(Job{});
    QCOMPARE(job.state, JobState::Failed);
    QCOMPARE(job.error->code, ErrorCode::Crash);
    QCOMPARE(job.error->message, u"3 workers died while they processed this image"_s);
}

// Started again within its lease, as a container is.
void TestRedisJobEngine::imageThatOneWorkerKeepsDyingOfFails()
{
    const QString id = submit("sealed");
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));
    for (int deaths = 0; deaths < m_limits.workerDeaths; ++deaths) {
        QCOMPARE(claimBy(u"a"_s).crashes, deaths);
        QCOMPARE(valueOf(m_engine->recover(u"a"_s)), 1);
    }

    QVERIFY(!hasClaimFor(u"a"_s));
    const Job job = valueOf(m_engine->get(id)).value_or(Job{});
    QCOMPARE(job.state, JobState::Failed);
    QCOMPARE(job.error->code, ErrorCode::Crash);
}

/// Of transfers, of their own end, with a wish to cancel at hand.
void TestRedisJobEngine::workersThatDieOfOtherThingsAreNotCounted()
{
    const QString id = submit();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(claimBy(u"a"_s).stage, Stage::Download);
        letLeasesEnd();
        QCOMPARE(claimBy(u"a"_s).stage, Stage::Download);
        QCOMPARE(valueOf(m_engine->recover(u"a"_s)), 1);
    }
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));
    for (int i = 0; i < 3; ++i) {
        const Claim claim = claimBy(u"a"_s);
        QCOMPARE(claim.crashes, 0);
        valueOf(m_engine->release(claim));
        QCOMPARE(valueOf(m_engine->recover(u"a"_s)), 0);
    }
    QCOMPARE(claimBy(u"a"_s).crashes, 0);
    valueOf(m_engine->cancel(id));
    letLeasesEnd();

    QVERIFY(!hasClaimFor(u"a"_s));
    QCOMPARE(state(id), JobState::Cancelled);
}

void TestRedisJobEngine::machineThatComesBackInTimeKeepsItsJobs()
{
    submit();
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));
    m_clock->advance(m_limits.lease - 1ms);
    QVERIFY(!hasClaimFor(u"b"_s));

    QCOMPARE(claimBy(u"a"_s).stage, Stage::Process);
}

/// Nobody could renew anything: that its worker is gone is known a lease later.
void TestRedisJobEngine::serverThatWasAwayLetsAllKeepTheirJobs()
{
    const QString held = submit();
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));
    const Claim running = claimBy(u"a"_s);
    const QString waiting = submit();
    valueOf(
        m_engine->advance(claimBy(u"a"_s, {Stage::Download}), Stage::Process, {.path = u"p"_s}));
    for (int outages = 0; outages < 3; ++outages) {
        m_clock->advance(100 * m_limits.lease);

        QVERIFY(!hasClaimFor(u"b"_s));
    }
    QCOMPARE(valueOf(m_engine->beat(running, {})), Beat::Ok);
    QCOMPARE(claimBy(u"a"_s).jobId, waiting);

    letLeasesEnd();
    QCOMPARE(claimBy(u"b"_s).jobId, held);
    QCOMPARE(valueOf(m_engine->get(held))->crashes, 1);
}

void TestRedisJobEngine::pausedJobOfAMachineThatIsGoneStartsOver()
{
    const QString id = submit();
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));
    checkOk(m_engine->pause(id));
    letLeasesEnd();
    QVERIFY(!hasClaimFor(u"b"_s));

    checkOk(m_engine->resume(id));

    QCOMPARE(claimBy(u"b"_s).stage, Stage::Download);
}

void TestRedisJobEngine::splitWorkerTakesFilesThatCanBeFetched()
{
    const auto processor = open({.isSplit = true});
    const QString id = submit();
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));
    QVERIFY(!claimOn(*processor, u"b"_s, Stage::Process)); // nobody said where
    checkOk(m_engine->announce({.name = u"a"_s, .node = u"a"_s, .peerUrl = u"http://a"_s}));

    const std::optional<Claim> process = claimOn(*processor, u"b"_s, Stage::Process);

    QVERIFY(process);
    QCOMPARE(process->jobId, id);
    QCOMPARE(process->artifact.node, u"a"_s);
    QCOMPARE(valueOf(m_engine->get(id))->node, u"b"_s);
    valueOf(processor->advance(*process, Stage::Upload, {.path = u"q"_s}));
    QCOMPARE(valueOf(m_engine->get(id))->artifact.node, u"b"_s);
    QVERIFY(!hasClaimFor(u"a"_s));
}

void TestRedisJobEngine::splitWorkerDownloadsForAllThatProcess()
{
    const auto downloader = open({.isSplit = true});
    checkOk(downloader->announce({.name = u"p"_s, .capacity = {{Stage::Process, 1}}}));
    checkOk(downloader->announce({.name = u"q"_s, .capacity = {{Stage::Process, 1}}}));
    for (int i = 0; i < 6; ++i)
        submit();
    QList<Claim> downloads;
    while (const auto download = claimOn(*downloader, u"d"_s, Stage::Download)) {
        downloads << *download;
        valueOf(downloader->advance(*download, Stage::Process, {.path = u"p"_s}));
    }
    QCOMPARE(downloads.size(), 4); // twice the two that can process

    checkOk(downloader->leave(u"q"_s));
    QVERIFY(claimOn(*downloader, u"d"_s, Stage::Process));
    QVERIFY(!claimOn(*downloader, u"d"_s, Stage::Download));
    QVERIFY(claimOn(*downloader, u"d"_s, Stage::Process));
    QVERIFY(claimOn(*downloader, u"d"_s, Stage::Process));
    QVERIFY(claimOn(*downloader, u"d"_s, Stage::Download));
}

void TestRedisJobEngine::sharedFolderIsOfAllItsWorkers()
{
    const auto sharing = open({.sharedFolder = u"shared:1"_s, .isSplit = true});
    const QString id = submit();
    valueOf(sharing->advance(
        *claimOn(*sharing, u"a"_s, Stage::Download), Stage::Process, {.path = u"p"_s}));
    QCOMPARE(valueOf(m_engine->get(id))->artifact.node, u"shared:1"_s);
    QVERIFY(!hasClaimFor(u"c"_s)); // one that has not this folder

    QVERIFY(claimOn(*sharing, u"b"_s, Stage::Process));
}

void TestRedisJobEngine::sharedFolderOutlivesItsWorkers()
{
    const auto sharing = open({.sharedFolder = u"shared:1"_s, .isSplit = true});
    const QString id = submit();
    valueOf(sharing->advance(
        *claimOn(*sharing, u"a"_s, Stage::Download), Stage::Process, {.path = u"p"_s}));
    m_clock->advance(10 * m_limits.lease);

    QVERIFY(!hasClaimFor(u"c"_s));
    QVERIFY(!hasClaimFor(u"c"_s));
    QCOMPARE(valueOf(m_engine->get(id))->stage, Stage::Process);
    QVERIFY(claimOn(*sharing, u"b"_s, Stage::Process));
}

// Also one that has nothing to do, and cannot ask for work.
void TestRedisJobEngine::machineThatTellsOfItselfKeepsItsFiles()
{
    const QString id = submit();
    valueOf(m_engine->advance(claimBy(u"a"_s), Stage::Process, {.path = u"p"_s}));
    for (int i = 0; i < 6; ++i) {
        m_clock->advance(m_limits.lease / 3);
        checkOk(m_engine->announce({.name = u"a"_s, .node = u"a"_s}));
        QVERIFY(!hasClaimFor(u"b"_s));
    }
    QCOMPARE(valueOf(m_engine->get(id))->stage, Stage::Process);
}

void TestRedisJobEngine::restartPutsBackOnlyItsOwn()
{
    submit();
    submit();
    const Claim ofA = claimBy(u"a"_s);
    const Claim ofB = claimBy(u"b"_s);

    QCOMPARE(valueOf(m_engine->recover(u"a"_s)), 1);

    QCOMPARE(valueOf(m_engine->beat(ofA, {})), Beat::Lost);
    QCOMPARE(valueOf(m_engine->beat(ofB, {})), Beat::Ok);
}

void TestRedisJobEngine::claimAskedAgainIsTheSame()
{
    const QString id = submit();
    submit();
    RedisAddress address;
    address.host = {u"127.0.0.1"_s, m_server->port()};
    RedisClient client(std::move(address));
    const QByteArrayList words{"a", "a", "0", "call-1", "30000", "0", "100", "3", "20", "download"};

    const RespValue first = valueOf(client.script("claim", words));
    const RespValue again = valueOf(client.script("claim", words));

    QCOMPARE(first.at(1).at(0).text, id.toUtf8());
    QCOMPARE(again.at(1).at(0).text, id.toUtf8());
    QCOMPARE(valueOf(m_engine->stats()).running, 1);
    valueOf(m_engine->recover(u"a"_s));
    QCOMPARE(valueOf(client.script("claim", words)).at(1).at(0).text, id.toUtf8());
    QCOMPARE(valueOf(m_engine->get(id))->epoch, 2); // let go of meanwhile: a claim of its own
}

void TestRedisJobEngine::storedTwiceIsStoredOnce()
{
    const QString id = submit();
    const QByteArray revision = QByteArray::number(valueOf(m_engine->get(id))->revision);
    RedisAddress address;
    address.host = {u"127.0.0.1"_s, m_server->port()};
    RedisClient client(std::move(address));
    const QByteArrayList rest{id.toUtf8(), revision, "0", "", "9", "0", "1", "result", "r"};

    const RespValue first = valueOf(client.script("store", QByteArrayList{"call-1"} + rest));
    const RespValue again = valueOf(client.script("store", QByteArrayList{"call-1"} + rest));
    const RespValue other = valueOf(client.script("store", QByteArrayList{"call-2"} + rest));

    QCOMPARE(first.text, QByteArray("stored"));
    QCOMPARE(again.text, QByteArray("stored"));
    QCOMPARE(other.text, QByteArray("changed"));
    QCOMPARE(valueOf(m_engine->stats()).waiting, 1);
}

void TestRedisJobEngine::jobWhoseHashIsGoneHoldsNobodyUp()
{
    const QString gone = submit();
    const QString next = submit();
    m_server->ask({u"DEL"_s, u"{dz}:task:"_s + gone});

    QCOMPARE(claimBy(u"a"_s).jobId, next);
    QVERIFY(!hasClaimFor(u"a"_s));
    m_server->ask({u"DEL"_s, u"{dz}:task:"_s + next});
    letLeasesEnd();
    QVERIFY(!hasClaimFor(u"a"_s));
    checkOk(m_engine->tick());
}

void TestRedisJobEngine::tokenIsInNoReplyAndGoneAtTheEnd()
{
    const QString id = submit("sealed-canary");
    const auto fields = [&] {
        return m_server->ask({u"HGETALL"_s, u"{dz}:task:"_s + id});
    };
    QVERIFY(!fields().contains("canary"));
    const Claim claim = claimBy(u"a"_s);
    QCOMPARE(claim.sealedToken, QByteArray("sealed-canary"));

    valueOf(m_engine->complete(claim, u"r"_s));

    QCOMPARE(m_server->ask({u"GET"_s, u"{dz}:tok:"_s + id}), QByteArray());
    QCOMPARE(m_server->ask({u"EXISTS"_s, u"{dz}:tok:"_s + id}), QByteArray("1"));
}

void TestRedisJobEngine::acceptedJobsSurviveTheServersDeath()
{
    constexpr int jobs = 50;
    for (int i = 0; i < jobs; ++i)
        submit("sealed");
    const Claim claim = claimBy(u"a"_s);

    m_server->kill();
    QVERIFY(m_server->start());

    Result<QueueStats> stats = m_engine->stats();
    for (int i = 0; !stats && i < 100; ++i) {
        QTest::qWait(50);
        stats = m_engine->stats();
    }
    QCOMPARE(valueOf(std::move(stats)).waiting, jobs - 1);
    QCOMPARE(valueOf(m_engine->beat(claim, {})), Beat::Ok);
    QCOMPARE(valueOf(m_engine->complete(claim, u"r"_s)), Fence::Ok);
}

void TestRedisJobEngine::withoutAServerCallsSaySoAtOnce()
{
    const Claim claim{.jobId = submit()};
    m_server->kill();

    QCOMPARE(m_engine->submit({u"x"_s, bucketRequest(), {}}).error().code, ErrorCode::Unavailable);
    QCOMPARE(m_engine->claim(allStages, u"a"_s, 0ms).error().code, ErrorCode::Unavailable);
    QCOMPARE(m_engine->complete(claim, u"r"_s).error().code, ErrorCode::Unavailable);
    QCOMPARE(m_engine->health().error().code, ErrorCode::Unavailable);
    QCOMPARE(m_engine->list({}, 0, 1).error().code, ErrorCode::Unavailable);
}

void TestRedisJobEngine::otherKeysAreLeftAlone()
{
    m_server->ask({u"SET"_s, u"theirs"_s, u"1"_s});
    const QString id = submit();
    const Claim claim = claimBy(u"a"_s);
    QVERIFY(valueOf(m_engine->reserve(claim, u"b/mine.dzip"_s)));
    valueOf(m_engine->complete(claim, u"r"_s));
    checkOk(m_engine->remove(id));

    const QList<QByteArray> keys = m_server->ask({u"KEYS"_s, u"*"_s}).split('\n');

    for (const QByteArray &key : keys) {
        QVERIFY2(key == "theirs" || key.startsWith("{dz}:"), key.constData());
        QVERIFY2(!key.contains(id.toUtf8()) || key.contains(":claim:"), key.constData());
        QVERIFY2(!key.contains("mine.dzip"), key.constData());
    }
}

void TestRedisJobEngine::jobIsAcceptedOnceReplicasHaveIt()
{
    const RedisProcess master; // its clock goes: WAIT is to end
    const QString port = QString::number(master.port());
    const RedisProcess replica({u"--replicaof"_s, u"127.0.0.1 "_s + port});
    QTRY_VERIFY_WITH_TIMEOUT(master.ask({u"INFO"_s, u"replication"_s}).contains("state=online"),
                             20'000);
    RedisAddress address;
    address.host = {u"127.0.0.1"_s, master.port()};
    address.waitReplicas = 1;
    const auto engine = valueOf(RedisJobEngine::open(std::move(address), m_limits));
    const NewJob before{u"before"_s, bucketRequest(), {}};
    const NewJob after{u"after"_s, bucketRequest(), {}};

    QCOMPARE(valueOf(engine->submit(before)).outcome, Submitted::Outcome::Accepted);
    QCOMPARE(replica.ask({u"EXISTS"_s, u"{dz}:task:before"_s}), QByteArray("1"));
    replica.ask({u"REPLICAOF"_s, u"127.0.0.1"_s, u"1"_s});
    QCOMPARE(engine->submit(after).error().code, ErrorCode::Unavailable);
    replica.ask({u"REPLICAOF"_s, u"127.0.0.1"_s, port});
    QTRY_VERIFY_WITH_TIMEOUT(master.ask({u"INFO"_s, u"replication"_s}).contains("state=online"),
                             20'000);
    QCOMPARE(valueOf(engine->submit(after)).outcome, Submitted::Outcome::Accepted);
    QCOMPARE(replica.ask({u"EXISTS"_s, u"{dz}:task:after"_s}), QByteArray("1"));
}

void TestRedisJobEngine::runningWorkEndsThoughMemoryIsFull()
{
    const QString id = submit("sealed");
    submit();
    const Claim claim = claimBy(u"a"_s);
    m_server->ask({u"CONFIG"_s, u"SET"_s, u"maxmemory"_s, u"1mb"_s});

    const NewJob another{u"another"_s, bucketRequest(), {}};
    QCOMPARE(m_engine->submit(another).error().code, ErrorCode::Unavailable);
    QCOMPARE(m_engine->claim(allStages, u"a"_s, 0ms).error().code, ErrorCode::Unavailable);
    QCOMPARE(valueOf(m_engine->beat(claim, StepProgress{.done = 1, .total = 2})), Beat::Ok);
    checkOk(m_engine->announce({.name = u"a"_s, .node = u"a"_s}));
    QCOMPARE(valueOf(m_engine->complete(claim, u"r"_s)), Fence::Ok);
    QCOMPARE(state(id), JobState::Done);
}

QTEST_GUILESS_MAIN(TestRedisJobEngine)
#include "tst_redisjobengine.moc"
