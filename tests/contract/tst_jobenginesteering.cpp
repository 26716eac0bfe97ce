// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must do when somebody pauses and resumes, moves jobs in the queue or changes
// their options.
#include "tests/contract/enginetest.h"
#include "tests/contract/settlings.h"

#include <QTest>

#include <thread>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJobEngineSteering : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void pausedJobIsNotClaimed_data();
    void pausedJobIsNotClaimed();
    void heldJobIsAskedToPause();
    void jobAskedToPausePausesByAnyOtherWord_data();
    void jobAskedToPausePausesByAnyOtherWord();
    void finishedStagePausesBeforeTheNext();
    void finishedJobIsDoneWhateverWasAsked();
    void finalFailureStands();
    void resumeTakesTheWishBack();
    void pauseAndResumeTwiceIsFine();
    void deadWorkersJobPausesAsAsked();
    void pauseSurvivesTheEngine();
    void pausedJobCanBeCancelled();
    void cancelComesBeforePause();
    void endedJobCannotBePausedOrResumed_data();
    void endedJobCannotBePausedOrResumed();
    void unknownJobIsNotFound();

    void jobsAreClaimedByPlace_data();
    void jobsAreClaimedByPlace();
    void movesSurviveTheEngine();
    void newAndRepeatedJobsComeLast();
    void onlyQueuedJobsMove();
    void jobPutBackKeepsItsPlace();

    void pausedQueueHandsNothingOut();
    void pausedQueueSurvivesTheEngine();
    void claimThatWaitsIsWokenByTheQueue();

    void optionsOfAJobThatHasNotBegunChange_data();
    void optionsOfAJobThatHasNotBegunChange();
    void optionsOfABegunJobStay_data();
    void optionsOfABegunJobStay();
    void optionsOfAnEndedJobAreThoseOfItsNextRun();

    void localJobRunsAgainAfterItsEnd_data();
    void localJobRunsAgainAfterItsEnd();

private:
    ErrorCode refusal(const Result<void> &result) { return result.error().code; }
};

void TestJobEngineSteering::pausedJobIsNotClaimed_data()
{
    addSettlingsThatLetGo();
}

void TestJobEngineSteering::pausedJobIsNotClaimed()
{
    QFETCH(Settle, settle);
    const QString id = f->submit();
    valueOf(settle(*f->engine, f->claim()));
    const qint64 before = f->job(id).revision;

    checkOk(f->engine->pause(id));

    QCOMPARE(f->state(id), JobState::Paused);
    QVERIFY(f->job(id).revision > before);
    f->clock.advance(1h);
    QVERIFY(!f->tryClaim());
    checkOk(f->engine->resume(id));
    QCOMPARE(f->state(id), JobState::Waiting);
    QCOMPARE(f->claim().jobId, id);
}

void TestJobEngineSteering::heldJobIsAskedToPause()
{
    const QString id = f->submit();
    const Claim claim = f->claim();

    checkOk(f->engine->pause(id));

    QCOMPARE(f->state(id), JobState::Running);
    QVERIFY(f->job(id).pauseWanted);
    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Pause);
    QCOMPARE(valueOf(f->engine->beat(claim, StepProgress{})), Beat::Pause);
    QVERIFY(f->job(id).pauseWanted);
}

void TestJobEngineSteering::jobAskedToPausePausesByAnyOtherWord_data()
{
    QTest::addColumn<Settle>("settle");
    QTest::addColumn<int>("attempts");
    QTest::newRow("release") << Settle([](JobEngine &e, const Claim &c) { return e.release(c); })
                             << 0;
    QTest::newRow("block") << Settle([](JobEngine &e, const Claim &c) {
        return e.release(c, Error{ErrorCode::DiskFull, u"full"_s}, 1s);
    }) << 0;
    QTest::newRow("fail and retry") << Settle([](JobEngine &e, const Claim &c) {
        return e.fail(c, {ErrorCode::Network, u"cut"_s}, 1s);
    }) << 1;
    QTest::newRow("send back") << Settle([](JobEngine &e, const Claim &c) {
        return e.sendBack(c, Stage::Download);
    }) << 0;
}

void TestJobEngineSteering::jobAskedToPausePausesByAnyOtherWord()
{
    QFETCH(Settle, settle);
    const QString id = f->submit();
    const Claim claim = f->claim();
    checkOk(f->engine->pause(id));

    QCOMPARE(valueOf(settle(*f->engine, claim)), Fence::Ok);

    QCOMPARE(f->state(id), JobState::Paused);
    QVERIFY(!f->job(id).pauseWanted);
    QTEST(f->job(id).attempts, "attempts");
    f->clock.advance(1h);
    QVERIFY(!f->tryClaim());
    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Lost);
}

void TestJobEngineSteering::finishedStagePausesBeforeTheNext()
{
    const QString id = f->submit();
    const Claim download = f->claim();
    checkOk(f->engine->pause(id));
    const Artifact image{.path = u"p"_s, .bytes = 7};

    QCOMPARE(valueOf(f->engine->advance(download, Stage::Process, image)), Fence::Ok);

    QCOMPARE(f->state(id), JobState::Paused);
    QCOMPARE(f->job(id).stage, Stage::Process);
    QVERIFY(!f->tryClaim());
    checkOk(f->engine->resume(id));
    const Claim process = f->claim();
    QCOMPARE(process.stage, Stage::Process);
    QCOMPARE(withoutNode(process.artifact), image);
    QCOMPARE(valueOf(f->engine->beat(process, {})), Beat::Ok);
}

void TestJobEngineSteering::finishedJobIsDoneWhateverWasAsked()
{
    const QString id = f->submit(localRequest());
    const Claim claim = f->claim();
    checkOk(f->engine->pause(id));

    QCOMPARE(valueOf(f->engine->complete(claim, u"/archives/s012.tif.dzip"_s)), Fence::Ok);

    QCOMPARE(f->state(id), JobState::Done);
    QVERIFY(!f->job(id).pauseWanted);
}

void TestJobEngineSteering::finalFailureStands()
{
    const QString id = f->submit();
    const Claim claim = f->claim();
    checkOk(f->engine->pause(id));

    QCOMPARE(valueOf(f->engine->fail(claim, {ErrorCode::Damaged, u"cut off"_s}, {})), Fence::Ok);

    QCOMPARE(f->state(id), JobState::Failed);
    QVERIFY(!f->job(id).pauseWanted);
}

void TestJobEngineSteering::resumeTakesTheWishBack()
{
    const QString id = f->submit();
    const Claim claim = f->claim();
    checkOk(f->engine->pause(id));

    checkOk(f->engine->resume(id));

    QVERIFY(!f->job(id).pauseWanted);
    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Ok);
    valueOf(f->engine->release(claim));
    QCOMPARE(f->state(id), JobState::Waiting);
}

void TestJobEngineSteering::pauseAndResumeTwiceIsFine()
{
    const QString id = f->submit();
    for (int i = 0; i < 2; ++i)
        checkOk(f->engine->pause(id));
    QCOMPARE(f->state(id), JobState::Paused);
    for (int i = 0; i < 2; ++i)
        checkOk(f->engine->resume(id));
    QCOMPARE(f->state(id), JobState::Waiting);

    f->claim();
    for (int i = 0; i < 2; ++i)
        checkOk(f->engine->pause(id));
    QVERIFY(f->job(id).pauseWanted);
}

void TestJobEngineSteering::deadWorkersJobPausesAsAsked()
{
    const QString id = f->submit();
    const Claim claim = f->claim();
    checkOk(f->engine->pause(id));
    f->letLeasesEnd();

    QVERIFY(!f->tryClaim());

    QCOMPARE(f->state(id), JobState::Paused);
    QCOMPARE(valueOf(f->engine->advance(claim, Stage::Process, {})), Fence::Lost);
}

void TestJobEngineSteering::pauseSurvivesTheEngine()
{
    const QString waiting = f->submit();
    checkOk(f->engine->pause(waiting));
    const QString running = f->submit();
    f->claim();
    checkOk(f->engine->pause(running));

    f->reopen();

    QCOMPARE(f->state(waiting), JobState::Paused);
    QCOMPARE(f->state(running), JobState::Paused);
    QVERIFY(!f->tryClaim());
}

void TestJobEngineSteering::pausedJobCanBeCancelled()
{
    const QString id = f->submit();
    checkOk(f->engine->pause(id));

    QCOMPARE(valueOf(f->engine->cancel(id)), CancelOutcome::Cancelled);

    QCOMPARE(f->state(id), JobState::Cancelled);
}

void TestJobEngineSteering::cancelComesBeforePause()
{
    const QString id = f->submit();
    const Claim claim = f->claim();
    checkOk(f->engine->pause(id));
    QCOMPARE(valueOf(f->engine->cancel(id)), CancelOutcome::Stopping);

    QCOMPARE(refusal(f->engine->pause(id)), ErrorCode::Conflict);
    QCOMPARE(refusal(f->engine->resume(id)), ErrorCode::Conflict);

    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Cancel);
    valueOf(f->engine->release(claim));
    QCOMPARE(f->state(id), JobState::Cancelled);
}

void TestJobEngineSteering::endedJobCannotBePausedOrResumed_data()
{
    QTest::addColumn<JobState>("end");
    QTest::newRow("done") << JobState::Done;
    QTest::newRow("skipped") << JobState::Skipped;
    QTest::newRow("failed") << JobState::Failed;
    QTest::newRow("cancelled") << JobState::Cancelled;
}

void TestJobEngineSteering::endedJobCannotBePausedOrResumed()
{
    QFETCH(JobState, end);
    const QString id = f->submit();
    const Claim claim = f->claim();
    if (end == JobState::Failed)
        valueOf(f->engine->fail(claim, {ErrorCode::Damaged, u"cut off"_s}, {}));
    else if (end == JobState::Cancelled)
        valueOf(f->engine->fail(claim, cancelledError(), {}));
    else
        valueOf(f->engine->complete(claim, u"r"_s, {}, end));
    const qint64 before = f->job(id).revision;

    QCOMPARE(refusal(f->engine->pause(id)), ErrorCode::Conflict);
    QCOMPARE(refusal(f->engine->resume(id)), ErrorCode::Conflict);

    QCOMPARE(f->state(id), end);
    QCOMPARE(f->job(id).revision, before);
}

void TestJobEngineSteering::unknownJobIsNotFound()
{
    QCOMPARE(refusal(f->engine->pause(u"none"_s)), ErrorCode::NotFound);
    QCOMPARE(refusal(f->engine->resume(u"none"_s)), ErrorCode::NotFound);
    QCOMPARE(refusal(f->engine->move(u"none"_s, QueueMove::Top)), ErrorCode::NotFound);
    QCOMPARE(refusal(f->engine->setOptions(u"none"_s, {})), ErrorCode::NotFound);
}

using Moves = QList<std::pair<int, QueueMove>>;

void TestJobEngineSteering::jobsAreClaimedByPlace_data()
{
    using enum QueueMove;
    QTest::addColumn<Moves>("moves"); // of the first, second ... submitted job
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("none") << Moves{} << QList<int>{0, 1, 2, 3};
    QTest::newRow("up") << Moves{{2, Up}} << QList<int>{0, 2, 1, 3};
    QTest::newRow("up to the top") << Moves{{2, Up}, {2, Up}} << QList<int>{2, 0, 1, 3};
    QTest::newRow("up beyond the top") << Moves{{0, Up}} << QList<int>{0, 1, 2, 3};
    QTest::newRow("down") << Moves{{1, Down}} << QList<int>{0, 2, 1, 3};
    QTest::newRow("down beyond the bottom") << Moves{{3, Down}} << QList<int>{0, 1, 2, 3};
    QTest::newRow("top") << Moves{{3, Top}} << QList<int>{3, 0, 1, 2};
    QTest::newRow("top, one after the other")
        << Moves{{3, Top}, {2, Top}} << QList<int>{2, 3, 0, 1};
    QTest::newRow("top twice") << Moves{{3, Top}, {3, Top}} << QList<int>{3, 0, 1, 2};
    QTest::newRow("bottom") << Moves{{0, Bottom}} << QList<int>{1, 2, 3, 0};
    QTest::newRow("all of them") << Moves{{0, Bottom}, {3, Top}, {1, Down}, {0, Up}}
                                 << QList<int>{3, 2, 0, 1};
}

void TestJobEngineSteering::jobsAreClaimedByPlace()
{
    QFETCH(Moves, moves);
    QFETCH(QList<int>, order);
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids << f->submit(i % 2 == 0 ? bucketRequest() : localRequest());

    for (const auto &[job, where] : moves)
        checkOk(f->engine->move(ids.at(job), where));

    for (const int job : order)
        QCOMPARE(ids.indexOf(f->claim().jobId), job);
}

void TestJobEngineSteering::movesSurviveTheEngine()
{
    const QString first = f->submit();
    const QString second = f->submit();
    checkOk(f->engine->move(second, QueueMove::Up));
    const double place = f->job(second).place;

    f->reopen();

    QVERIFY(place < f->job(first).place);
    QCOMPARE(f->job(second).place, place);
    QCOMPARE(f->claim().jobId, second);
}

void TestJobEngineSteering::newAndRepeatedJobsComeLast()
{
    const QString repeated = f->submit();
    const QString first = f->submit();
    checkOk(f->engine->move(first, QueueMove::Bottom));
    valueOf(f->engine->cancel(repeated));

    const QString second = f->submit();
    QCOMPARE(valueOf(f->engine->retry(repeated, "t")), RetryOutcome::Ok);

    QCOMPARE(f->claim().jobId, first);
    QCOMPARE(f->claim().jobId, second);
    QCOMPARE(f->claim().jobId, repeated);
}

void TestJobEngineSteering::onlyQueuedJobsMove()
{
    const QString running = f->submit();
    f->claim();
    const QString ended = f->submit();
    valueOf(f->engine->cancel(ended));
    const QString first = f->submit();
    const QString paused = f->submit();
    checkOk(f->engine->pause(paused));

    QCOMPARE(refusal(f->engine->move(running, QueueMove::Top)), ErrorCode::Conflict);
    QCOMPARE(refusal(f->engine->move(ended, QueueMove::Down)), ErrorCode::Conflict);
    checkOk(f->engine->move(paused, QueueMove::Up)); // before `first`, not before the ended one

    checkOk(f->engine->resume(paused));
    QCOMPARE(f->claim().jobId, paused);
    QCOMPARE(f->claim().jobId, first);
}

void TestJobEngineSteering::jobPutBackKeepsItsPlace()
{
    const QString first = f->submit();
    f->submit();
    const Claim claim = f->claim();
    const QString third = f->submit();
    checkOk(f->engine->move(third, QueueMove::Top));

    valueOf(f->engine->release(claim));

    QCOMPARE(f->claim().jobId, third);
    QCOMPARE(f->claim().jobId, first);
}

void TestJobEngineSteering::pausedQueueHandsNothingOut()
{
    const QString running = f->submit();
    const Claim claim = f->claim();
    f->submit();
    QVERIFY(!valueOf(f->engine->queue()).isPaused);

    checkOk(f->engine->setQueuePaused(true));

    QVERIFY(valueOf(f->engine->queue()).isPaused);
    QVERIFY(!f->tryClaim());
    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Ok); // what runs goes on
    QCOMPARE(valueOf(f->engine->advance(claim, Stage::Process, {})), Fence::Ok);
    QVERIFY(!f->tryClaim());
    checkOk(f->engine->setQueuePaused(false));
    QCOMPARE(f->claim().jobId, running);
    QVERIFY(f->tryClaim());
}

void TestJobEngineSteering::pausedQueueSurvivesTheEngine()
{
    f->submit();
    checkOk(f->engine->setQueuePaused(true));

    f->reopen();

    QVERIFY(valueOf(f->engine->queue()).isPaused);
    QVERIFY(!f->tryClaim());
}

void TestJobEngineSteering::claimThatWaitsIsWokenByTheQueue()
{
    const QString id = f->submit();
    checkOk(f->engine->setQueuePaused(true));
    std::optional<Claim> claim;
    std::jthread worker(
        [&] { claim = valueOf(f->engine->claim(allStages, u"w1"_s, std::chrono::hours(1))); });

    checkOk(f->engine->setQueuePaused(false));
    worker.join();

    QVERIFY(claim);
    QCOMPARE(claim->jobId, id);
}

void TestJobEngineSteering::optionsOfAJobThatHasNotBegunChange_data()
{
    QTest::addColumn<bool>("isPaused");
    QTest::newRow("waiting") << false;
    QTest::newRow("paused") << true;
}

void TestJobEngineSteering::optionsOfAJobThatHasNotBegunChange()
{
    QFETCH(bool, isPaused);
    const QString id = f->submit();
    const qint64 before = f->job(id).revision;
    if (isPaused)
        checkOk(f->engine->pause(id));

    checkOk(f->engine->setOptions(id, {.quality = 55}));

    JobRequest expected = bucketRequest();
    expected.options.quality = 55;
    QCOMPARE(f->job(id).request, expected);
    QVERIFY(f->job(id).revision > before);
    f->reopen();
    if (isPaused)
        checkOk(f->engine->resume(id));
    QCOMPARE(f->claim().request, expected);
}

void TestJobEngineSteering::optionsOfABegunJobStay_data()
{
    QTest::addColumn<Settle>("settle");
    QTest::newRow("running") << Settle([](JobEngine &, const Claim &) { return Fence::Ok; });
    QTest::newRow("given back") << Settle(
        [](JobEngine &e, const Claim &c) { return e.release(c); });
    QTest::newRow("between stages")
        << Settle([](JobEngine &e, const Claim &c) { return e.advance(c, Stage::Process, {}); });
    QTest::newRow("retry_wait") << Settle([](JobEngine &e, const Claim &c) {
        return e.fail(c, {ErrorCode::Network, u"cut"_s}, 1s);
    });
    QTest::newRow("done") << Settle(
        [](JobEngine &e, const Claim &c) { return e.complete(c, u"r"_s); });
}

void TestJobEngineSteering::optionsOfABegunJobStay()
{
    QFETCH(Settle, settle);
    const QString id = f->submit();
    valueOf(settle(*f->engine, f->claim()));

    QCOMPARE(refusal(f->engine->setOptions(id, {.quality = 55})), ErrorCode::Conflict);

    QCOMPARE(f->job(id).request, bucketRequest());
}

void TestJobEngineSteering::optionsOfAnEndedJobAreThoseOfItsNextRun()
{
    const QString id = f->submit();
    valueOf(f->engine->fail(f->claim(), {ErrorCode::Limit, u"too large"_s}, {}));

    checkOk(f->engine->setOptions(id, {.quality = 55}));

    QCOMPARE(f->state(id), JobState::Failed);
    QCOMPARE(valueOf(f->engine->retry(id, "t")), RetryOutcome::Ok);
    QCOMPARE(f->claim().request.options.quality, 55);
}

void TestJobEngineSteering::localJobRunsAgainAfterItsEnd_data()
{
    QTest::addColumn<bool>("isLocal");
    QTest::addColumn<JobState>("end");
    QTest::addColumn<RetryOutcome>("outcome");
    QTest::newRow("local, done") << true << JobState::Done << RetryOutcome::Ok;
    QTest::newRow("local, skipped") << true << JobState::Skipped << RetryOutcome::Ok;
    QTest::newRow("bucket, done") << false << JobState::Done << RetryOutcome::NotEnded;
    QTest::newRow("bucket, skipped") << false << JobState::Skipped << RetryOutcome::NotEnded;
}

void TestJobEngineSteering::localJobRunsAgainAfterItsEnd()
{
    QFETCH(bool, isLocal);
    QFETCH(JobState, end);
    QFETCH(RetryOutcome, outcome);
    const QString id = f->submit(isLocal ? localRequest() : bucketRequest());
    const Claim claim = f->claim();
    valueOf(f->engine->learn(claim, {.width = 7}));
    valueOf(f->engine->complete(claim, u"r"_s, {u"w"_s}, end));

    QCOMPARE(valueOf(f->engine->retry(id, {})), outcome);

    const Job job = f->job(id);
    const bool runs = outcome == RetryOutcome::Ok;
    QCOMPARE(job.state, runs ? JobState::Waiting : end);
    QCOMPARE(job.result.isEmpty(), runs);
    QCOMPARE(job.warnings.isEmpty(), runs);
    QCOMPARE(job.endedAt == 0, runs);
    QCOMPARE(job.facts == JobFacts{}, runs);
    QCOMPARE(f->tryClaim().has_value(), runs);
}

QTEST_GUILESS_MAIN(TestJobEngineSteering)
#include "tst_jobenginesteering.moc"
