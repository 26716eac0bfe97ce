// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must do with one job: claims, fences, failures. Its cancel and retry are in
// tst_jobenginecancel.cpp.
#include "tests/contract/enginetest.h"
#include "tests/contract/settlings.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJobEngine : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void acceptedJobWaitsAtItsFirstStage_data();
    void acceptedJobWaitsAtItsFirstStage();
    void acceptedJobOutlivesItsEngine();
    void oldestJobIsClaimedFirstAndOnce();
    void claimTakesOnlyTheStagesAskedFor();
    void downloadsStopWhileEnoughImagesWaitForProcess_data();
    void downloadsStopWhileEnoughImagesWaitForProcess();
    void localJobsHoldNoDownloadBack();
    void claimCarriesAllThatAWorkerNeeds();
    void startedAtIsSetByTheFirstClaimOnly();
    void jobGoesThroughItsStagesToDone();
    void skippedJobHasEnded();
    void completeTakesNoOtherEnd();

    void endedLeaseIsClaimedAnewUncounted();
    void beatRenewsTheLease();
    void beatHoldsTheHighestProgress();
    void staleClaimIsLost_data();
    void staleClaimIsLost();
    void settledClaimIsLost_data() { staleClaimIsLost_data(); }
    void settledClaimIsLost();
    void staleBeatIsLost();
    void claimOfAnotherWorkerIsLost();

    void failureWaitsForItsRetry();
    void crashIsCountedApart();
    void finishedStageResetsTheCounts();
    void anotherDownloadResetsNoCrashes();
    void finalFailureKeepsProgressAndSaysWhy();
    void failureByCancellationIsCancelled();
    void releaseIsNotCounted();
    void blockedJobWaitsForItsTime();
    void sentBackJobStartsAtThatStageWithoutArtifact();
    void aWorkerThatStartsAnewPutsBackWhatItHeld();
};

void TestJobEngine::acceptedJobWaitsAtItsFirstStage_data()
{
    QTest::addColumn<bool>("isLocal");
    QTest::addColumn<Stage>("stage");
    QTest::newRow("bucket") << false << Stage::Download;
    QTest::newRow("local") << true << Stage::Process;
}

void TestJobEngine::acceptedJobWaitsAtItsFirstStage()
{
    QFETCH(bool, isLocal);
    QFETCH(Stage, stage);
    const JobRequest request = isLocal ? localRequest() : bucketRequest();

    const Job job = f->job(f->submit(request));

    QCOMPARE(job.state, JobState::Waiting);
    QCOMPARE(job.stage, stage);
    QCOMPARE(job.request, request);
    QCOMPARE(job.progress, 0.0);
    QCOMPARE(job.createdAt, f->clock.now());
    QCOMPARE(job.updatedAt, f->clock.now());
    QCOMPARE(job.startedAt, 0);
    QCOMPARE(job.epoch, 0);
    QVERIFY(!job.error);
    QVERIFY(job.revision > 0);
}

void TestJobEngine::acceptedJobOutlivesItsEngine()
{
    const QString id = f->submit();

    f->reopen();

    QCOMPARE(f->job(id).request, bucketRequest());
    QCOMPARE(f->claim().sealedToken, "sealed-" + id.toUtf8());
}

void TestJobEngine::oldestJobIsClaimedFirstAndOnce()
{
    const QString first = f->submit();
    const QString second = f->submit(localRequest());

    QCOMPARE(f->claim().jobId, first);
    QCOMPARE(f->claim().jobId, second);
    QVERIFY(!f->tryClaim());
}

void TestJobEngine::claimTakesOnlyTheStagesAskedFor()
{
    f->submit(bucketRequest());
    const QString local = f->submit(localRequest());

    QVERIFY(!f->tryClaim({Stage::Upload}));
    QVERIFY(!f->tryClaim({}));
    const std::optional<Claim> claim = f->tryClaim({Stage::Process, Stage::Upload});

    QVERIFY(claim);
    QCOMPARE(claim->jobId, local);
}

void TestJobEngine::downloadsStopWhileEnoughImagesWaitForProcess_data()
{
    QTest::addColumn<int>("downloadsAhead");
    QTest::addColumn<int>("expected");
    QTest::newRow("any number") << 0 << 5;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("three") << 3 << 3;
}

void TestJobEngine::downloadsStopWhileEnoughImagesWaitForProcess()
{
    QFETCH(int, downloadsAhead);
    QFETCH_GLOBAL(EngineBackend, backend);
    f = std::make_unique<EngineFixture>(backend, EngineLimits{.downloadsAhead = downloadsAhead});
    for (int i = 0; i < 5; ++i)
        f->submit();

    int downloads = 0;
    while (const std::optional<Claim> claim = f->tryClaim({Stage::Download})) {
        ++downloads;
        valueOf(f->engine->advance(*claim, Stage::Process, {.path = u"p"_s}));
    }

    QTEST(downloads, "expected");
    QVERIFY(f->tryClaim({Stage::Process}));
    QCOMPARE(f->tryClaim({Stage::Download}).has_value(), downloads < 5);
}

void TestJobEngine::localJobsHoldNoDownloadBack()
{
    QFETCH_GLOBAL(EngineBackend, backend);
    f = std::make_unique<EngineFixture>(backend, EngineLimits{.downloadsAhead = 1});
    f->submit(localRequest());
    f->submit();

    QVERIFY(f->tryClaim({Stage::Download}));
}

void TestJobEngine::claimCarriesAllThatAWorkerNeeds()
{
    const QString id = f->submit();

    const Claim claim = f->claim();

    QCOMPARE(claim.jobId, id);
    QCOMPARE(claim.epoch, 1);
    QCOMPARE(claim.stage, Stage::Download);
    QCOMPARE(claim.request, bucketRequest());
    QCOMPARE(claim.sealedToken, "sealed-" + id.toUtf8());
    QVERIFY(claim.artifact.isEmpty());
    QCOMPARE(f->state(id), JobState::Running);
    QCOMPARE(f->job(id).worker, u"w1"_s);
}

void TestJobEngine::startedAtIsSetByTheFirstClaimOnly()
{
    const QString id = f->submit();
    const qint64 start = f->clock.now();
    QCOMPARE(valueOf(f->engine->release(f->claim())), Fence::Ok);
    f->clock.advance(5s);

    const Claim claim = f->claim();

    QCOMPARE(claim.epoch, 2);
    QCOMPARE(f->job(id).startedAt, start);
}

void TestJobEngine::jobGoesThroughItsStagesToDone()
{
    const QString id = f->submit();
    const Artifact image{.path = u"j/1/image"_s,
                         .bytes = 7'000'000'000,
                         .md5 = u"aa"_s,
                         .warnings = {u"one plane of 15"_s}};
    const Artifact archive{.path = u"j/2/archive"_s, .bytes = 5};

    QCOMPARE(valueOf(f->engine->advance(f->claim(), Stage::Process, image)), Fence::Ok);
    QCOMPARE(f->state(id), JobState::Waiting);
    QVERIFY(f->job(id).worker.isEmpty());
    const double downloaded = f->job(id).progress;
    const Claim process = f->claim();
    QCOMPARE(process.stage, Stage::Process);
    QCOMPARE(withoutNode(process.artifact), image);
    QCOMPARE(valueOf(f->engine->advance(process, Stage::Upload, archive)), Fence::Ok);
    const double processed = f->job(id).progress;
    const Claim upload = f->claim();
    QCOMPARE(withoutNode(upload.artifact), archive);
    f->clock.advance(1s);
    QCOMPARE(valueOf(f->engine->complete(upload, u"Uploaded to b/out"_s, {u"w"_s})), Fence::Ok);

    QVERIFY(0 < downloaded && downloaded < processed && processed < 100);
    const Job job = f->job(id);
    QCOMPARE(job.state, JobState::Done);
    QCOMPARE(job.progress, 100.0);
    QCOMPARE(job.result, u"Uploaded to b/out"_s);
    QCOMPARE(job.warnings, QStringList{u"w"_s});
    QCOMPARE(job.endedAt, f->clock.now());
    QVERIFY(!job.error);
    QVERIFY(!f->tryClaim());
}

void TestJobEngine::skippedJobHasEnded()
{
    const QString id = f->submit();

    QCOMPARE(valueOf(f->engine->complete(f->claim(), u"exists"_s, {}, JobState::Skipped)),
             Fence::Ok);

    QCOMPARE(f->state(id), JobState::Skipped);
    QCOMPARE(f->job(id).progress, 100.0);
}

void TestJobEngine::completeTakesNoOtherEnd()
{
    const QString id = f->submit();

    QCOMPARE(valueOf(f->engine->complete(f->claim(), u"r"_s, {}, JobState::Failed)), Fence::Lost);

    QCOMPARE(f->state(id), JobState::Running);
    QVERIFY(f->job(id).result.isEmpty());
}

void TestJobEngine::endedLeaseIsClaimedAnewUncounted()
{
    const QString id = f->submit();
    const Claim first = f->claim();
    f->letLeasesEnd(1ms);
    QVERIFY(!f->tryClaim());
    f->clock.advance(1ms);

    const Claim second = f->claim();

    QCOMPARE(second.jobId, id);
    QCOMPARE(second.epoch, first.epoch + 1);
    QCOMPARE(second.attempts, 0);
    QCOMPARE(second.crashes, 0);
    QCOMPARE(valueOf(f->engine->beat(first, {})), Beat::Lost);
}

void TestJobEngine::beatRenewsTheLease()
{
    f->submit();
    const Claim claim = f->claim();
    f->clock.advance(20s);
    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Ok);
    f->clock.advance(20s);

    QVERIFY(!f->tryClaim());
    QCOMPARE(valueOf(f->engine->beat(claim, StepProgress{})), Beat::Ok);
    f->clock.advance(29s);
    QVERIFY(!f->tryClaim());
}

void TestJobEngine::beatHoldsTheHighestProgress()
{
    using Phase = StepProgress::Phase;
    const QString id = f->submit();
    const Claim claim = f->claim();
    const StepProgress high{Phase::Downloading, 80, 100, u"80 %"_s};
    const StepProgress low{Phase::Downloading, 10, 100, u"10 %"_s};

    valueOf(f->engine->beat(claim, high));
    const Job before = f->job(id);
    valueOf(f->engine->beat(claim, low));
    const Job after = f->job(id);

    QCOMPARE(before.progress, overallProgress(claim.request, high));
    QCOMPARE(before.step.message, u"80 %"_s);
    QCOMPARE(after.progress, before.progress);
    QCOMPARE(after.step.done, 10);
    QCOMPARE(after.step.message, u"10 %"_s);
    QVERIFY(after.revision > before.revision);
}

void TestJobEngine::staleClaimIsLost_data()
{
    addSettlingsButComplete();
    QTest::newRow("complete") << Settle(
        [](JobEngine &e, const Claim &c) { return e.complete(c, u"stale"_s); });
}

void TestJobEngine::staleClaimIsLost()
{
    QFETCH(Settle, settle);
    const QString id = f->submit();
    const Claim stale = f->claim();
    f->letLeasesEnd();
    f->claim();
    const Job before = f->job(id);

    QCOMPARE(valueOf(settle(*f->engine, stale)), Fence::Lost);

    QCOMPARE(f->job(id).revision, before.revision);
    QCOMPARE(f->state(id), JobState::Running);
}

void TestJobEngine::settledClaimIsLost()
{
    QFETCH(Settle, settle);
    const QString id = f->submit();
    const Claim claim = f->claim();
    QCOMPARE(valueOf(settle(*f->engine, claim)), Fence::Ok);
    const Job before = f->job(id);

    QCOMPARE(valueOf(settle(*f->engine, claim)), Fence::Lost);
    QCOMPARE(valueOf(f->engine->beat(claim, StepProgress{})), Beat::Lost);

    QCOMPARE(f->job(id).revision, before.revision);
}

void TestJobEngine::staleBeatIsLost()
{
    using Phase = StepProgress::Phase;
    const QString id = f->submit();
    const Claim stale = f->claim();
    f->letLeasesEnd();
    f->claim();

    QCOMPARE(valueOf(f->engine->beat(stale, StepProgress{Phase::Uploading, 1, 1})), Beat::Lost);
    QCOMPARE(valueOf(f->engine->beat({.jobId = u"none"_s}, {})), Beat::Lost);

    QCOMPARE(f->job(id).progress, 0.0);
}

/// A replica that lagged behind and took over may have given the job to another, with the same
/// epoch.
void TestJobEngine::claimOfAnotherWorkerIsLost()
{
    const QString id = f->submit();
    const Claim claim = f->claim();
    Claim forgotten = claim;
    forgotten.worker = u"w2"_s;

    QCOMPARE(claim.worker, u"w1"_s);
    QCOMPARE(valueOf(f->engine->beat(forgotten, {})), Beat::Lost);
    QCOMPARE(valueOf(f->engine->advance(forgotten, Stage::Process, {})), Fence::Lost);
    QCOMPARE(valueOf(f->engine->complete(forgotten, u"r"_s)), Fence::Lost);
    QCOMPARE(valueOf(f->engine->release(forgotten)), Fence::Lost);
    QCOMPARE(f->state(id), JobState::Running);
    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Ok);
}

void TestJobEngine::failureWaitsForItsRetry()
{
    const QString id = f->submit();

    QCOMPARE(valueOf(f->engine->fail(f->claim(), {ErrorCode::Network, u"cut"_s}, 5s)), Fence::Ok);
    const Job failed = f->job(id);
    QVERIFY(!f->tryClaim());
    f->clock.advance(5s);
    const Claim again = f->claim();

    QCOMPARE(failed.state, JobState::RetryWait);
    QCOMPARE(failed.readyAt, f->clock.now());
    QCOMPARE(failed.error->code, ErrorCode::Network);
    QCOMPARE(failed.error->message, u"cut"_s);
    QCOMPARE(again.attempts, 1);
    QCOMPARE(again.crashes, 0);
    QVERIFY(!again.sealedToken.isEmpty());
    QVERIFY(!f->job(id).error);
}

void TestJobEngine::crashIsCountedApart()
{
    f->submit();
    valueOf(f->engine->fail(f->claim(), {ErrorCode::Crash, u"signal 11"_s}, 1s));
    f->clock.advance(1s);

    const Claim again = f->claim();

    QCOMPARE(again.attempts, 0);
    QCOMPARE(again.crashes, 1);
}

void TestJobEngine::finishedStageResetsTheCounts()
{
    f->submit();
    valueOf(f->engine->advance(f->claim(), Stage::Process, {}));
    valueOf(f->engine->fail(f->claim(), {ErrorCode::Crash, u"signal 11"_s}, 1s));
    f->clock.advance(1s);
    valueOf(f->engine->fail(f->claim(), {ErrorCode::Network, u"cut"_s}, 1s));
    f->clock.advance(1s);
    const Claim third = f->claim();

    valueOf(f->engine->advance(third, Stage::Upload, {}));

    QCOMPARE(third.attempts, 1);
    QCOMPARE(third.crashes, 1);
    const Claim next = f->claim();
    QCOMPARE(next.attempts, 0);
    QCOMPARE(next.crashes, 0);
}

/// It says nothing of the image, and every machine that takes the job over begins with it.
void TestJobEngine::anotherDownloadResetsNoCrashes()
{
    f->submit();
    valueOf(f->engine->advance(f->claim(), Stage::Process, {}));
    valueOf(f->engine->fail(f->claim(), {ErrorCode::Crash, u"signal 11"_s}, 1s));
    f->clock.advance(1s);
    valueOf(f->engine->sendBack(f->claim(), Stage::Download));

    valueOf(f->engine->advance(f->claim(), Stage::Process, {}));

    QCOMPARE(f->claim().crashes, 1);
}

void TestJobEngine::finalFailureKeepsProgressAndSaysWhy()
{
    using Phase = StepProgress::Phase;
    const QString id = f->submit();
    const Claim claim = f->claim();
    valueOf(f->engine->beat(claim, StepProgress{Phase::Downloading, 1, 2}));
    const double before = f->job(id).progress;

    valueOf(f->engine->fail(claim, {ErrorCode::Damaged, u"cut off"_s, u"/data/secret/path"_s}, {}));

    const Job job = f->job(id);
    QCOMPARE(job.state, JobState::Failed);
    QCOMPARE(job.progress, before);
    QVERIFY(before > 0);
    QCOMPARE(job.error->code, ErrorCode::Damaged);
    QCOMPARE(job.error->message, u"cut off"_s);
    QVERIFY(job.error->detail.isEmpty());
    QCOMPARE(job.endedAt, f->clock.now());
}

void TestJobEngine::failureByCancellationIsCancelled()
{
    const QString id = f->submit();

    QCOMPARE(valueOf(f->engine->fail(f->claim(), cancelledError(), 1s)), Fence::Ok);

    QCOMPARE(f->state(id), JobState::Cancelled);
    QCOMPARE(f->job(id).error->code, ErrorCode::Cancelled);
}

void TestJobEngine::releaseIsNotCounted()
{
    const QString id = f->submit();

    QCOMPARE(valueOf(f->engine->release(f->claim())), Fence::Ok);

    QCOMPARE(f->state(id), JobState::Waiting);
    const Claim again = f->claim();
    QCOMPARE(again.attempts, 0);
    QCOMPARE(again.crashes, 0);
}

void TestJobEngine::blockedJobWaitsForItsTime()
{
    const QString id = f->submit();
    const Error diskFull{ErrorCode::DiskFull, u"no space"_s};

    QCOMPARE(valueOf(f->engine->release(f->claim(), diskFull, 60s)), Fence::Ok);
    const Job blocked = f->job(id);
    f->clock.advance(59s);
    QVERIFY(!f->tryClaim());
    f->clock.advance(1s);

    QCOMPARE(blocked.state, JobState::Blocked);
    QCOMPARE(blocked.error->message, u"no space"_s);
    QCOMPARE(f->claim().attempts, 0);
}

void TestJobEngine::sentBackJobStartsAtThatStageWithoutArtifact()
{
    const QString id = f->submit();
    valueOf(f->engine->advance(f->claim(), Stage::Process, {.path = u"gone"_s}));
    const double before = f->job(id).progress;

    QCOMPARE(valueOf(f->engine->sendBack(f->claim(), Stage::Download)), Fence::Ok);

    const Claim again = f->claim();
    QCOMPARE(again.stage, Stage::Download);
    QVERIFY(again.artifact.isEmpty());
    QCOMPARE(again.attempts, 0);
    QCOMPARE(f->job(id).progress, before);
}

void TestJobEngine::aWorkerThatStartsAnewPutsBackWhatItHeld()
{
    const QString lost = f->submit();
    const QString stopped = f->submit();
    const Claim lostClaim = f->claim();
    f->claim();
    valueOf(f->engine->cancel(stopped));

    f->reopen();

    QCOMPARE(valueOf(f->engine->beat(lostClaim, {})), Beat::Lost);
    QCOMPARE(f->state(lost), JobState::Waiting);
    QCOMPARE(f->job(lost).crashes, 0);
    QCOMPARE(f->state(stopped), JobState::Cancelled);
}

QTEST_GUILESS_MAIN(TestJobEngine)
#include "tst_jobengine.moc"
