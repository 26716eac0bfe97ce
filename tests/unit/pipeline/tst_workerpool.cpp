// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/workerpool.h"
#include "core/storage/sqlitedatabase.h"
#include "core/storage/sqlitejobengine.h"
#include "tests/support/scriptedstage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <functional>
#include <latch>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;
using std::chrono::milliseconds;

/// Every outcome of a stage becomes exactly one transition of the job. The engine is the real one.
class TestWorkerPool : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobEngine> m_engine;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SecretBox> m_secrets;
    std::unique_ptr<ScriptedStage> m_download;
    std::unique_ptr<ScriptedStage> m_process;
    std::unique_ptr<ScriptedStage> m_upload;
    std::unique_ptr<WorkerPool> m_pool;

    Script makesFile()
    {
        return [this](const Claim &,
                      const QString &folder,
                      const StepControl &) -> Result<StageOutput> {
            QFile file(folder + u"/file"_s);
            if (!file.open(QIODevice::WriteOnly) || file.write("12345") != 5)
                return Error{ErrorCode::Io, u"no file"_s};
            return StageOutput{.artifact
                               = {.path = m_workspace->relativePath(file.fileName()), .bytes = 5},
                               .result = u"made"_s};
        };
    }

    /// Makes the file, and says of it what is true or not.
    Script makesFileOf(const std::function<qint64()> &bytes)
    {
        return [this, bytes](const Claim &c, const QString &f, const StepControl &control) {
            Result<StageOutput> made = makesFile()(c, f, control);
            made->artifact.bytes = bytes();
            return made;
        };
    }

    void startPool(milliseconds timeout = std::chrono::minutes(1),
                   milliseconds blockedFor = std::chrono::hours(1),
                   milliseconds stuckAfter = milliseconds(0))
    {
        m_pool = std::make_unique<WorkerPool>(
            WorkerPool::Collaborators{.engine = *m_engine,
                                      .secrets = *m_secrets,
                                      .workspace = *m_workspace,
                                      .random = [] { return 0.0; },
                                      .retries = {.firstDelay = milliseconds(0)},
                                      .beats
                                      = {.interval = milliseconds(5), .stuckAfter = stuckAfter},
                                      .blockedFor = blockedFor,
                                      .storeFailureDelay = milliseconds(1)},
            u"local"_s,
            std::vector<StageWorkers>{{Stage::Download, m_download.get(), 2, timeout},
                                      {Stage::Process, m_process.get(), 1, timeout},
                                      {Stage::Upload, m_upload.get(), 1, timeout}});
        m_pool->start();
    }

    QString submit()
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const JobRequest request{.source = {u"b1"_s, u"x.tif"_s},
                                 .targetFolder = {u"b1"_s, u"out"_s}};
        const Result<Submitted> submitted
            = m_engine->submit({id, request, m_secrets->seal(Secret("token"), id)});
        return submitted ? id : QString();
    }

    Job job(const QString &id)
    {
        const Result<std::optional<Job>> found = m_engine->get(id);
        return found && *found ? **found : Job{};
    }

    bool nothingIsLeft() const { return QDir(m_workspace->root()).isEmpty(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString work = m_folder->filePath(u"work"_s);
        QVERIFY(QDir().mkpath(work));
        Result<std::unique_ptr<SqliteJobEngine>> engine
            = SqliteJobEngine::open(m_folder->path(), {}, systemClock());
        QVERIFY(engine);
        m_engine = std::move(*engine);
        m_workspace = std::make_unique<Workspace>(work);
        Result<SecretBox> keys = SecretBox::fromFile(m_folder->filePath(u"token.key"_s));
        QVERIFY(keys);
        m_secrets = std::make_unique<SecretBox>(std::move(*keys));
        for (auto *stage : {&m_download, &m_process, &m_upload}) {
            *stage = std::make_unique<ScriptedStage>();
            (*stage)->script = makesFile();
        }
    }

    void cleanup()
    {
        m_pool.reset();
        m_engine.reset();
    }

    void aJobGoesThroughItsStagesAndLeavesNothing()
    {
        startPool();
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Done);
        QCOMPARE(job(id).result, u"made"_s);
        QCOMPARE(job(id).progress, 100.0);
        QTRY_VERIFY(nothingIsLeft());
    }

    void anErrorEndsOrRepeatsTheStep_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<JobState>("state");
        QTest::addColumn<int>("runs");
        QTest::newRow("damaged image") << ErrorCode::Damaged << JobState::Failed << 1;
        QTest::newRow("memory") << ErrorCode::Memory << JobState::Failed << 1;
        QTest::newRow("crashes thrice") << ErrorCode::Crash << JobState::Failed << 3;
        QTest::newRow("network, five attempts") << ErrorCode::Network << JobState::Failed << 5;
        QTest::newRow("disk full waits") << ErrorCode::DiskFull << JobState::Blocked << 1;
    }

    void anErrorEndsOrRepeatsTheStep()
    {
        QFETCH(ErrorCode, code);
        QFETCH(JobState, state);
        m_process->script
            = [code](const Claim &, const QString &, const StepControl &) -> Result<StageOutput> {
            return Error{code, u"said so"_s};
        };
        startPool();
        const QString id = submit();

        QTRY_COMPARE(job(id).state, state);
        QTEST(m_process->runs.load(), "runs");
        QVERIFY(job(id).error);
        QCOMPARE(job(id).error->message, u"said so"_s);
        if (isTerminal(state))
            QTRY_VERIFY(nothingIsLeft());
    }

    void aPassingFaultIsOvercomeWithoutRepeatingTheStageBefore()
    {
        m_upload->script = [this](const Claim &c,
                                  const QString &f,
                                  const StepControl &control) -> Result<StageOutput> {
            if (m_upload->runs < 3)
                return Error{ErrorCode::RemoteFailure, u"503"_s};
            return makesFile()(c, f, control);
        };
        startPool();
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Done);
        QCOMPARE(m_download->runs.load(), 1);
        QCOMPARE(m_process->runs.load(), 1);
    }

    void aReservationWaitsForAStoreThatIsAway_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<JobState>("state");
        QTest::newRow("for a while") << 2 << JobState::Done;
        QTest::newRow("until it is cancelled") << 1'000'000'000 << JobState::Cancelled;
    }

    void aReservationWaitsForAStoreThatIsAway()
    {
        QFETCH(int, failures);
        QFETCH(JobState, state);
        class Away final : public SqliteJobEngine
        {
        public:
            using SqliteJobEngine::SqliteJobEngine;
            int failures = 0;
            std::atomic<int> calls = 0;
            Result<bool> reserve(const Claim &claim, const QString &object) override
            {
                return ++calls <= failures ? Error{ErrorCode::Unavailable, u"away"_s}
                                           : SqliteJobEngine::reserve(claim, object);
            }
        };
        m_engine.reset();
        Result<std::unique_ptr<SqliteDatabase>> database = SqliteDatabase::open(m_folder->path());
        QVERIFY(database);
        auto engine = std::make_unique<Away>(std::move(*database), EngineLimits{}, systemClock());
        engine->failures = failures;
        const std::atomic<int> &calls = engine->calls;
        m_engine = std::move(engine);
        m_download->script = [this](const Claim &c,
                                    const QString &f,
                                    const StepControl &control) -> Result<StageOutput> {
            const Result<bool> isOurs = control.mayMake(u"b1/out/x.tif.dzip"_s);
            return isOurs && *isOurs ? makesFile()(c, f, control)
                                     : Error{ErrorCode::Internal, u"not ours"_s};
        };
        startPool();
        const QString id = submit();
        QTRY_VERIFY(calls > 2);
        if (state == JobState::Cancelled)
            QVERIFY(m_engine->cancel(id));

        QTRY_COMPARE(job(id).state, state);
        QCOMPARE(m_download->runs.load(), 1);
    }

    void anArchiveOfAnotherJobIsWaitedFor()
    {
        m_download->script = [this](const Claim &c,
                                    const QString &f,
                                    const StepControl &control) -> Result<StageOutput> {
            if (m_download->runs < 3)
                return Error{ErrorCode::Conflict, u"Another job makes x"_s};
            return makesFile()(c, f, control);
        };
        startPool(std::chrono::minutes(1), milliseconds(1));
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Done);
        QCOMPARE(job(id).attempts, 0);
    }

    void aCancelReachesTheRunningStage()
    {
        m_process->script = [](const Claim &, const QString &, const StepControl &control) {
            return untilStopped(control);
        };
        startPool();
        const QString id = submit();
        QTRY_COMPARE(m_process->runs.load(), 1);
        QVERIFY(m_engine->cancel(id));

        QTRY_COMPARE(job(id).state, JobState::Cancelled);
        QTRY_VERIFY(nothingIsLeft());
    }

    void aPauseStopsATransferWhichGoesOnLater_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::newRow("download") << Stage::Download;
        QTest::newRow("upload") << Stage::Upload;
    }

    void aPauseStopsATransferWhichGoesOnLater()
    {
        QFETCH(Stage, stage);
        ScriptedStage &transfer = stage == Stage::Download ? *m_download : *m_upload;
        transfer.script = [&, this](const Claim &c, const QString &f, const StepControl &control) {
            const Result<StageOutput> made = makesFile()(c, f, control);
            return transfer.runs == 1 ? untilStopped(control) : made;
        };
        startPool();
        const QString id = submit();
        QTRY_COMPARE(transfer.runs.load(), 1);
        QVERIFY(m_engine->pause(id));

        QTRY_COMPARE(job(id).state, JobState::Paused);
        QCOMPARE(job(id).stage, stage);
        QCOMPARE(job(id).attempts, 0);
        QVERIFY(!nothingIsLeft()); // the half file waits too
        QVERIFY(m_engine->resume(id));
        QTRY_COMPARE(job(id).state, JobState::Done);
        QCOMPARE(transfer.runs.load(), 2);
    }

    void aPauseLetsThePyramidRunToItsEnd()
    {
        std::latch isRunning(1);
        std::latch isPaused(1);
        m_process->script
            = [&, this](const Claim &c, const QString &f, const StepControl &control) {
                  isRunning.count_down();
                  isPaused.wait();
                  return makesFile()(c, f, control);
              };
        startPool();
        const QString id = submit();
        isRunning.wait();
        QVERIFY(m_engine->pause(id));
        const qint64 asked = job(id).revision;
        QVERIFY(m_engine->appendLog(id, {u"asked"_s}));
        isPaused.count_down();

        QTRY_COMPARE(job(id).state, JobState::Paused);
        QVERIFY(job(id).revision > asked);
        QCOMPARE(job(id).stage, Stage::Upload);
        QCOMPARE(m_process->runs.load(), 1);
        QCOMPARE(m_upload->runs.load(), 0);
        QVERIFY(m_engine->resume(id));
        QTRY_COMPARE(job(id).state, JobState::Done);
    }

    void aStopGivesTheStepBackUncounted()
    {
        m_process->script = [](const Claim &, const QString &, const StepControl &control) {
            return untilStopped(control);
        };
        startPool();
        const QString id = submit();
        QTRY_COMPARE(m_process->runs.load(), 1);
        m_pool->stop(milliseconds(0));

        QCOMPARE(job(id).state, JobState::Waiting);
        QCOMPARE(job(id).stage, Stage::Process);
        QCOMPARE(job(id).attempts, 0);
        QVERIFY(m_workspace->holds(job(id).artifact));
    }

    void aStepThatTakesTooLongFails()
    {
        m_download->script = [](const Claim &, const QString &, const StepControl &control) {
            return untilStopped(control);
        };
        startPool(milliseconds(20));
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Failed);
        QCOMPARE(job(id).error->code, ErrorCode::Timeout);
    }

    void aStepWithoutProgressIsEndedAndReported()
    {
        m_process->script = [](const Claim &, const QString &, const StepControl &control) {
            control.report({.phase = StepProgress::Phase::Pyramid, .done = 1, .total = 2});
            return untilStopped(control);
        };
        startPool(std::chrono::minutes(1), std::chrono::hours(1), std::chrono::seconds(1));
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Failed);
        QCOMPARE(job(id).error->code, ErrorCode::Timeout);
        QCOMPARE(job(id).error->message, u"process made no progress for 1 s and was ended"_s);
        QCOMPARE(m_process->runs.load(), 1);
    }

    void anyProgressIsASignOfLife()
    {
        ActiveClaim claim({}, {});
        const auto inAnHour = std::chrono::steady_clock::now() + std::chrono::hours(1);
        const auto before = claim.silence(inAnHour);
        claim.setProgress({});

        QVERIFY(before >= std::chrono::hours(1));
        QVERIFY(claim.silence(inAnHour) < before);
    }

    void aWorkerThatLostItsClaimChangesNothing()
    {
        m_process->script
            = [this](const Claim &claim, const QString &folder, const StepControl &control) {
                  if (claim.epoch != 2)
                      return makesFile()(claim, folder, control);
                  (void)m_engine->release(claim); // as if it had been taken for dead
                  return untilStopped(control);
              };
        startPool();
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Done);
        QCOMPARE(m_process->runs.load(), 2);
        QTRY_VERIFY(nothingIsLeft());
    }

    void aFileThatIsGoneIsFetchedAgain()
    {
        std::atomic<int> fetched = 0;
        m_download->script = makesFileOf([&] { return fetched++ == 0 ? 6 : 5; });
        startPool();
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Done);
        QCOMPARE(fetched.load(), 2);
        QCOMPARE(job(id).attempts, 0);
    }

    void aJobWhoseFilesKeepVanishingEnds_data()
    {
        QTest::addColumn<bool>("isArchive");
        QTest::newRow("the image") << false;
        QTest::newRow("the archive") << true;
    }

    void aJobWhoseFilesKeepVanishingEnds()
    {
        QFETCH(bool, isArchive);
        ScriptedStage &maker = isArchive ? *m_process : *m_download;
        maker.script = makesFileOf([] { return 6; }); // never what lies there
        startPool();
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Failed);
        QCOMPARE(maker.runs.load(), RetryPolicy().maxAttempts);
        QTRY_VERIFY(nothingIsLeft());
    }

    void onlyStartsInARowAreCounted()
    {
        const int allowed = RetryPolicy().maxAttempts - 1;
        m_download->script = makesFileOf([=, this] { return m_download->runs > allowed ? 5 : 6; });
        m_process->script = makesFileOf([=, this] { return m_process->runs > allowed ? 5 : 6; });
        startPool();
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Done);
    }

    void waitingForSpaceIsNotCountedAsAStart()
    {
        constexpr int waits = 70;
        m_process->script = [this](const Claim &c,
                                   const QString &f,
                                   const StepControl &control) -> Result<StageOutput> {
            if (m_process->runs <= waits)
                return Error{ErrorCode::DiskFull, u"wait"_s};
            return makesFileOf([this] { return m_process->runs == waits + 1 ? 6 : 5; })(
                c, f, control);
        };
        startPool(std::chrono::minutes(1), milliseconds(0));
        const QString id = submit();

        QTRY_COMPARE(job(id).state, JobState::Done);
        QCOMPARE(m_download->runs.load(), 2);
    }

    void stagesOfDifferentJobsOverlap()
    {
        std::latch both(2); // passes only when a download and a conversion run at the same time
        const auto meet
            = [&both, this](const Claim &c, const QString &f, const StepControl &control) {
                  both.arrive_and_wait();
                  return makesFile()(c, f, control);
              };
        m_download->script
            = [&, this](const Claim &c, const QString &f, const StepControl &control) {
                  return m_download->runs == 2 ? meet(c, f, control) : makesFile()(c, f, control);
              };
        m_process->script
            = [&, this](const Claim &c, const QString &f, const StepControl &control) {
                  return m_process->runs == 1 ? meet(c, f, control) : makesFile()(c, f, control);
              };
        startPool();
        const QString first = submit();
        const QString second = submit();

        QTRY_COMPARE(job(first).state, JobState::Done);
        QTRY_COMPARE(job(second).state, JobState::Done);
    }

    void whatAStageLearnsReachesTheJobWhileItRuns()
    {
        std::latch seen(1);
        m_process->script
            = [&, this](const Claim &c, const QString &f, const StepControl &control) {
                  control.learnt({.width = 7, .height = 5});
                  seen.wait();
                  control.learnt({.archiveBytes = 3});
                  return makesFile()(c, f, control);
              };
        startPool();
        const QString id = submit();

        QTRY_COMPARE(job(id).facts.width, 7);
        QCOMPARE(job(id).state, JobState::Running);
        seen.count_down();
        QTRY_COMPARE(job(id).state, JobState::Done);
        QCOMPARE(job(id).facts, (JobFacts{.archiveBytes = 3, .width = 7, .height = 5}));
    }

    void theLogTellsTheWholeStory()
    {
        m_process->script = [this](const Claim &c,
                                   const QString &f,
                                   const StepControl &control) -> Result<StageOutput> {
            if (m_process->runs == 1)
                return Error{ErrorCode::Io, u"said so"_s};
            control.learnt({.width = 7, .height = 5});
            return makesFile()(c, f, control);
        };
        startPool();
        const QString id = submit();
        QTRY_COMPARE(job(id).state, JobState::Done);

        const QStringList expected{
            u"info download of b1/x.tif begins"_s,
            u"info download of b1/x.tif is done: 5 bytes in"_s,
            u"info conversion of x.tif begins"_s,
            u"warning conversion of x.tif failed: said so (E_IO); tries again in"_s,
            u"info conversion of x.tif begins, after 1 failure"_s,
            u"info image of 7 x 5 pixels"_s,
            u"info conversion of x.tif is done: archive of 5 bytes in"_s,
            u"info upload to b1/out/x.tif.dzip begins"_s,
            u"info upload to b1/out/x.tif.dzip is done: 5 bytes in"_s,
            u"info the archive is b1/out/x.tif.dzip"_s};
        const Result<QStringList> log = m_engine->log(id);
        QVERIFY(log);
        const QStringList &lines = *log;
        QCOMPARE(lines.size(), expected.size());
        for (qsizetype i = 0; i < lines.size(); ++i)
            QVERIFY2(lines.at(i).section(u' ', 1).startsWith(expected.at(i)),
                     qPrintable(lines.at(i)));
        QCOMPARE(job(id).steps.size(), 4);
        QCOMPARE(job(id).steps.last().bytes, 5);
    }

    void progressReachesTheJobAndNeverFalls()
    {
        std::latch seen(1);
        m_process->script = [&](const Claim &, const QString &, const StepControl &control) {
            control.report({.phase = StepProgress::Phase::Pyramid, .done = 50, .total = 100});
            seen.count_down();
            return untilStopped(control);
        };
        startPool();
        const QString id = submit();
        seen.wait();

        QTRY_COMPARE(job(id).progress, 50.0); // half of the pyramid's share, 20 to 80
        QVERIFY(m_engine->cancel(id));
        QTRY_COMPARE(job(id).state, JobState::Cancelled);
        QCOMPARE(job(id).progress, 50.0);
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_workerpool.moc"
