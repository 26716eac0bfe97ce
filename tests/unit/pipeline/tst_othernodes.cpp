// SPDX-License-Identifier: GPL-3.0-or-later
// A stage whose file another machine has: fetched, used, given up at both ends.
#include "core/pipeline/workerpool.h"
#include "tests/support/enginestub.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
    Result<Fence> sendBack(const Claim &, Stage) override { return noted(u"sendBack"_s); }
    Result<Fence> fail(const Claim &, const Error &, std::optional<milliseconds>) override
    {
        return noted(u"fail"_s);
    }
    Result<Fence> release(const Claim &, const std::optional<Error> &, milliseconds) override
    {
        return noted(u"release"_s);
    }

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

/// Reads its file and makes another.
class ReadingStage final : public StageRunner
{
public:
    explicit ReadingStage(const Workspace &workspace)
        : m_workspace(workspace)
    {}

    QByteArray read{};

    Result<StageOutput>
    run(const Claim &claim, const Secret &, const QString &folder, const StepControl &) override
    {
        QFile source(m_workspace.pathOf(claim.artifact));
        if (source.open(QIODevice::ReadOnly))
            read = source.readAll();
        QFile made(folder + u"/archive"_s);
        if (!made.open(QIODevice::WriteOnly))
            return Error{ErrorCode::Io, u"no file"_s};
        return StageOutput{.artifact = {.path = m_workspace.relativePath(made.fileName())}};
    }

private:
    const Workspace &m_workspace;
};

} // namespace

class TestOtherNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsFetchedUsedAndGivenUp();
    void failedFetchIsNoFailureOfTheJob_data();
    void failedFetchIsNoFailureOfTheJob();
    void ownFilesAreNotFetched_data();
    void ownFilesAreNotFetched();
};

void TestOtherNodes::fileIsFetchedUsedAndGivenUp()
{
    QTemporaryDir folder;
    const Workspace workspace(folder.path());
    const SecretBox keys = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
    OneJobEngine engine;
    ReadingStage stage(workspace);
    QList<Artifact> fetched;
    QList<Artifact> discarded;
    {
        WorkerPool pool({.engine = engine,
                         .secrets = keys,
                         .workspace = workspace,
                         .otherNodes = {.here = u"here"_s,
                                        .fetch = [&](const Artifact &artifact,
                                                     const QString &name,
                                                     const StepControl &) -> Result<void> {
                                            fetched << artifact;
                                            QFile file(name);
                                            if (!file.open(QIODevice::WriteOnly)
                                                || file.write("12345") != 5)
                                                return Error{ErrorCode::Io, u"no file"_s};
                                            return {};
                                        },
                                        .discard =
                                            [&](const Artifact &artifact) {
                                                discarded << artifact;
                                            }}},
                        u"w"_s,
                        {{Stage::Process, &stage, 1, std::chrono::minutes(1)}});
        pool.start();
        QTRY_COMPARE(engine.outcome(), u"advance"_s);
    }

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
}

void TestOtherNodes::failedFetchIsNoFailureOfTheJob()
{
    QFETCH(ErrorCode, code);
    QTemporaryDir folder;
    const Workspace workspace(folder.path());
    const SecretBox keys = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
    OneJobEngine engine;
    ReadingStage stage(workspace);
    {
        WorkerPool pool({.engine = engine,
                         .secrets = keys,
                         .workspace = workspace,
                         .otherNodes = {.here = u"here"_s,
                                        .fetch = [code](const Artifact &,
                                                        const QString &,
                                                        const StepControl &) -> Result<void> {
                                            return Error{code, u"no"_s};
                                        }}},
                        u"w"_s,
                        {{Stage::Process, &stage, 1, std::chrono::minutes(1)}});
        pool.start();
        QTRY_VERIFY(!engine.outcome().isEmpty());
    }

    QTEST(engine.outcome(), "outcome");
    QVERIFY(stage.read.isEmpty());
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
