// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/workerpool.h"
#include "tests/support/enginestub.h"
#include "tests/support/scriptedstage.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;
using std::chrono::milliseconds;

namespace {

constexpr int timesAway = 20;

/// An engine with one claim to give, whose store is away: no lease is renewed, and how a stage
/// ended can be said only when it was said often enough in vain.
class AwayEngine final : public EngineStub
{
public:
    std::atomic<int> advances = 0;
    std::atomic<int> releases = 0;
    std::atomic<bool> doesRenew = true;
    std::atomic<Fence> heard = Fence::Ok; ///< what an advance hears at last

    Result<std::optional<Claim>>
    claim(const QList<Stage> &stages, const QString &, milliseconds, std::stop_token stop) override
    {
        if (stages.contains(Stage::Download) && !m_isClaimed.exchange(true))
            return std::optional(Claim{
                .jobId = u"j"_s,
                .epoch = 1,
                .request = {.source = {u"b1"_s, u"x.tif"_s}, .targetFolder = {u"b1"_s, u"out"_s}}});
        return noneUntil(stop);
    }
    Result<Beat> beat(const Claim &, const std::optional<StepProgress> &) override
    {
        return doesRenew ? Result<Beat>(Beat::Ok) : away();
    }
    Result<Fence> advance(const Claim &, Stage, const Artifact &) override
    {
        return ++advances <= timesAway ? Result<Fence>(away()) : heard.load();
    }
    Result<Fence> release(const Claim &, const std::optional<Error> &reason, milliseconds) override
    {
        return ++releases <= timesAway || reason ? Result<Fence>(away()) : Fence::Ok;
    }

private:
    static Error away() { return {ErrorCode::Unavailable, u"away"_s}; }

    std::atomic<bool> m_isClaimed = false;
};

} // namespace

/// What a worker does whose store is away while it works.
class TestStoreAway : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SecretBox> m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<AwayEngine> m_engine;
    std::unique_ptr<ScriptedStage> m_download;
    std::unique_ptr<StepMeter> m_meter;
    std::unique_ptr<WorkerPool> m_pool;

    void startPool()
    {
        m_pool = std::make_unique<WorkerPool>(
            WorkerPool::Collaborators{
                .engine = *m_engine,
                .secrets = *m_secrets,
                .workspace = *m_workspace,
                .random = [] { return 0.0; },
                .beats = {.interval = milliseconds(5), .selfFence = milliseconds(20)},
                .storeFailureDelay = milliseconds(1),
                .meter = m_meter.get()},
            u"local"_s,
            std::vector<StageWorkers>{
                {Stage::Download, m_download.get(), 1, std::chrono::minutes(1)}});
        m_pool->start();
    }

private Q_SLOTS:
    void initTestCase()
    {
        Result<SecretBox> keys = SecretBox::fromFile(m_folder.filePath(u"token.key"_s));
        QVERIFY(keys);
        m_secrets = std::make_unique<SecretBox>(std::move(*keys));
        m_workspace = std::make_unique<Workspace>(m_folder.filePath(u"work"_s));
    }

    void init()
    {
        m_engine = std::make_unique<AwayEngine>();
        m_meter = std::make_unique<StepMeter>();
        m_download = std::make_unique<ScriptedStage>();
        m_download->script = [](const Claim &, const QString &, const StepControl &) {
            return StageOutput{};
        };
    }

    void cleanup() { m_pool.reset(); }

    void endOfAStageIsToldUntilItIsHeard()
    {
        startPool();

        QTRY_COMPARE(m_engine->advances.load(), timesAway + 1);
        m_pool.reset();
        QCOMPARE(m_download->runs.load(), 1);
        QCOMPARE(m_engine->releases.load(), 0);
        QCOMPARE(m_meter->totals().steps.value(Stage::Download).count, 1);
    }

    // What was said may have been heard, and only the answer lost: then the file is the job's.
    void fileOfAHandOverThatSeemsTooLateStays()
    {
        m_engine->heard = Fence::Lost;
        m_download->script = [this](const Claim &, const QString &folder, const StepControl &) {
            QFile file(folder + u"/source"_s);
            return file.open(QIODevice::WriteOnly)
                ? StageOutput{.artifact = {.path = m_workspace->relativePath(file.fileName())}}
                : StageOutput{};
        };
        startPool();

        QTRY_COMPARE(m_engine->advances.load(), timesAway + 1);
        m_pool.reset();
        QVERIFY(QFileInfo::exists(m_workspace->root() + u"/j/1/source"_s));
        QCOMPARE(m_meter->totals().steps.size(), 0);
    }

    // Else the job would wait for its lease to end, and count as one of which a worker died.
    void stageThatCannotRenewItsLeaseIsGivenBack()
    {
        m_engine->doesRenew = false;
        m_download->script = [](const Claim &, const QString &, const StepControl &control) {
            return untilStopped(control);
        };
        startPool();

        QTRY_COMPARE(m_engine->releases.load(), timesAway + 1);
        QCOMPARE(m_engine->advances.load(), 0);
    }

    void stageThatEndsAllTheSameHandsOn()
    {
        m_engine->doesRenew = false;
        m_download->script = [](const Claim &, const QString &, const StepControl &control) {
            (void)untilStopped(control);
            return StageOutput{};
        };
        startPool();

        QTRY_COMPARE(m_engine->advances.load(), timesAway + 1);
        QCOMPARE(m_engine->releases.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreAway)
#include "tst_storeaway.moc"
