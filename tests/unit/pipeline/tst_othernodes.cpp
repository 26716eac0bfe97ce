// SPDX-License-Identifier: GPL-3.0-or-later
// A stage whose file another machine has: fetched, used, given up at both ends.
#include "core/pipeline/workerpool.h"
#include "tests/support/enginestub.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>
#include <mutex>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using std::chrono::milliseconds;

namespace {

const Artifact farFile{.path = u"j/1/source"_s, .bytes = 5, .node = u"far"_s};

/// An engine with one conversion to give, which notes what becomes of it.
class OneJobEngine final : public tests::EngineStub
{
public:
    Result<std::optional<Claim>>
    claim(const QList<Stage> &, const QString &, milliseconds, std::stop_token stop) override
    {
        if (!m_isClaimed.exchange(true))
            return std::optional(Claim{
                .jobId = u"j"_s,
                .epoch = 2,
                .stage = Stage::Process,
                .request = {.source = {u"b1"_s, u"x.tif"_s}, .targetFolder = {u"b1"_s, u"out"_s}},
                .artifact = farFile});
        return noneUntil(stop);
    }
    Result<Beat> beat(const Claim &, const std::optional<StepProgress> &) override
    {
        return Beat::Ok;
    }
    Result<Fence> learn(const Claim &, const JobFacts &) override { return Fence::Ok; }
    Result<void> appendLog(const QString &, const QStringList &) override { return {}; }
    Result<Fence> advance(const Claim &, Stage, const Artifact &) override
    {
        return noted(u"advance"_s);
    }
    Result<Fence> sendBack(const Claim &, Stage) override
    {
        if (++sendBacks <= sendBacksInVain)
            return Error{ErrorCode::Unavailable, u"away"_s};
        return noted(u"sendBack"_s);
    }
    Result<Fence> fail(const Claim &, const Error &, std::optional<milliseconds>) override
    {
        return noted(u"fail"_s);
    }
    Result<Fence> release(const Claim &, const std::optional<Error> &, milliseconds) override
    {
        return noted(u"release"_s);
    }

    int sendBacksInVain = 0;
    std::atomic<int> sendBacks = 0;

    QString outcome()
    {
        const std::scoped_lock lock(m_mutex);
        return m_outcome;
    }

private:
    Result<Fence> noted(const QString &what)
    {
        const std::scoped_lock lock(m_mutex);
        m_outcome = what;
        return Fence::Ok;
    }

    std::atomic<bool> m_isClaimed = false;
    std::mutex m_mutex{}; ///< guards m_outcome
    QString m_outcome{};
};

/// Reads its file and makes another, unless it is to fail.
class ReadingStage final : public StageRunner
{
public:
    explicit ReadingStage(const Workspace &workspace)
        : m_workspace(workspace)
    {}

    QByteArray read{};
    std::optional<Error> failure{};

    Result<StageOutput>
    run(const Claim &claim, const Secret &, const QString &folder, const StepControl &) override
    {
        QFile source(m_workspace.pathOf(claim.artifact));
        if (source.open(QIODevice::ReadOnly))
            read = source.readAll();
        if (failure)
            return *failure;
        QFile made(folder + u"/archive"_s);
        if (!made.open(QIODevice::WriteOnly))
            return Error{ErrorCode::Io, u"no file"_s};
        return StageOutput{.artifact = {.path = m_workspace.relativePath(made.fileName())}};
    }

private:
    const Workspace &m_workspace;
};

OtherNodes
othersThatGive(const std::function<Result<void>(const Artifact &, const QString &)> &give)
{
    return {.here = u"here"_s,
            .fetch = [give](const Artifact &artifact, const QString &name, const StepControl &) {
                return give(artifact, name);
            }};
}

Result<void> writeFive(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write("12345") != 5)
        return Error{ErrorCode::Io, u"no file"_s};
    return {};
}

/// Until the engine has heard what became of its job.
void runOnce(OneJobEngine &engine,
             const Workspace &workspace,
             ReadingStage &stage,
             const OtherNodes &others)
{
    const SecretBox keys = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
    WorkerPool pool({.engine = engine,
                     .secrets = keys,
                     .workspace = workspace,
                     .otherNodes = others,
                     .storeFailureDelay = milliseconds(1)},
                    u"w"_s,
                    {{Stage::Process, &stage, 1, std::chrono::minutes(1)}});
    pool.start();
    QTRY_VERIFY(!engine.outcome().isEmpty());
}

/// No file of the job is left.
bool isEmpty(const QTemporaryDir &folder)
{
    return QDir(folder.filePath(u"j/2"_s)).isEmpty();
}

} // namespace

class TestOtherNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsFetchedUsedAndGivenUp();
    void failedFetchIsNoFailureOfTheJob_data();
    void failedFetchIsNoFailureOfTheJob();
    void copyGoesWithAStageThatFails();
    void withoutRoomNothingIsFetched();
    void lossIsToldUntilItIsHeard();
    void ownFilesAreNotFetched_data();
    void ownFilesAreNotFetched();
};

void TestOtherNodes::fileIsFetchedUsedAndGivenUp()
{
    QTemporaryDir folder;
    const Workspace workspace(folder.path());
    OneJobEngine engine;
    ReadingStage stage(workspace);
    QList<Artifact> fetched;
    QList<Artifact> discarded;
    OtherNodes others = othersThatGive([&](const Artifact &artifact, const QString &name) {
        fetched << artifact;
        return writeFive(name);
    });
    others.discard = [&](const Artifact &artifact) {
        discarded << artifact;
    };

    runOnce(engine, workspace, stage, others);

    QCOMPARE(engine.outcome(), u"advance"_s);
    QCOMPARE(stage.read, "12345");
    QCOMPARE(fetched, QList{farFile});
    QCOMPARE(discarded, QList{farFile});
    QCOMPARE(QDir(folder.filePath(u"j/2"_s)).entryList(QDir::Files), QStringList{u"archive"_s});
}

void TestOtherNodes::failedFetchIsNoFailureOfTheJob_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("it is gone") << ErrorCode::NotFound << u"sendBack"_s;
    QTest::newRow("its machine is silent") << ErrorCode::Network << u"sendBack"_s;
    QTest::newRow("it arrived damaged") << ErrorCode::Checksum << u"sendBack"_s;
    QTest::newRow("other keys") << ErrorCode::AuthRequired << u"sendBack"_s;
    QTest::newRow("our disk is full") << ErrorCode::DiskFull << u"release"_s;
    QTest::newRow("the job store is away") << ErrorCode::Unavailable << u"release"_s;
    QTest::newRow("its machine is ending") << ErrorCode::Draining << u"release"_s;
}

void TestOtherNodes::failedFetchIsNoFailureOfTheJob()
{
    QFETCH(ErrorCode, code);
    QTemporaryDir folder;
    const Workspace workspace(folder.path());
    OneJobEngine engine;
    ReadingStage stage(workspace);
    runOnce(engine,
            workspace,
            stage,
            othersThatGive([code](const Artifact &, const QString &name) -> Result<void> {
                const Result<void> part = writeFive(name);
                return Error{part ? code : ErrorCode::Io, u"no"_s};
            }));

    QTEST(engine.outcome(), "outcome");
    QVERIFY(stage.read.isEmpty());
    QVERIFY(isEmpty(folder));
}

// Each claim fetches its own: copies would pile up.
void TestOtherNodes::copyGoesWithAStageThatFails()
{
    QTemporaryDir folder;
    const Workspace workspace(folder.path());
    OneJobEngine engine;
    ReadingStage stage(workspace);
    stage.failure = Error{ErrorCode::DiskFull, u"no room for the archive"_s};

    runOnce(engine, workspace, stage, othersThatGive([](const Artifact &, const QString &name) {
                return writeFive(name);
            }));

    QCOMPARE(engine.outcome(), u"release"_s);
    QCOMPARE(stage.read, "12345");
    QVERIFY(isEmpty(folder));
}

void TestOtherNodes::withoutRoomNothingIsFetched()
{
    QTemporaryDir folder;
    const Workspace workspace(folder.path());
    OneJobEngine engine;
    ReadingStage stage(workspace);
    DiskRoom room(folder.path(), std::numeric_limits<qint64>::max() / 2);
    bool isFetched = false;
    OtherNodes others = othersThatGive([&](const Artifact &, const QString &) {
        isFetched = true;
        return Result<void>();
    });
    others.room = &room;

    runOnce(engine, workspace, stage, others);

    QCOMPARE(engine.outcome(), u"release"_s);
    QVERIFY(!isFetched);
}

void TestOtherNodes::lossIsToldUntilItIsHeard()
{
    QTemporaryDir folder;
    const Workspace workspace(folder.path());
    OneJobEngine engine;
    engine.sendBacksInVain = 7;
    ReadingStage stage(workspace);

    runOnce(engine, workspace, stage, {}); // nobody has it

    QCOMPARE(engine.outcome(), u"sendBack"_s);
    QCOMPARE(engine.sendBacks.load(), 8);
}

void TestOtherNodes::ownFilesAreNotFetched_data()
{
    QTest::addColumn<QString>("node");
    QTest::newRow("this machine's") << u"here"_s;
    QTest::newRow("an engine without machines") << QString();
}

void TestOtherNodes::ownFilesAreNotFetched()
{
    QFETCH(QString, node);
    const OtherNodes others{.here = u"here"_s,
                            .fetch = [](const Artifact &, const QString &, const StepControl &) {
                                return Result<void>();
                            }};

    QVERIFY(!others.have({.path = u"j/1/source"_s, .node = node}));
    QVERIFY(!others.have({.node = u"far"_s})); // no file at all
    QVERIFY(!OtherNodes{}.have(farFile));
}

QTEST_GUILESS_MAIN(TestOtherNodes)
#include "tst_othernodes.moc"
