// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must do when somebody cancels a job, runs it again or removes it.
#include "tests/contract/enginetest.h"
#include "tests/contract/settlings.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJobEngineCancel : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void cancelOfAHeldJobAsksItsWorker();
    void cancelOfAJobNobodyHoldsIsAtOnce_data();
    void cancelOfAJobNobodyHoldsIsAtOnce();
    void cancelOfOtherJobsSaysSo();
    void stoppingJobIsCancelledByAnyOtherWord_data();
    void stoppingJobIsCancelledByAnyOtherWord();
    void stoppingJobThatIsFinishedIsDone();
    void stoppingJobIsCancelledWhenItsLeaseEnds();

    void retryStartsOver();
    void retryNeedsATokenWhereOneWasErased_data();
    void retryNeedsATokenWhereOneWasErased();
    void retryOfOtherJobsSaysSo();
    void onlyEndedJobsAreRemoved();

private:
    Claim runningAfterCancel();
};

void TestJobEngineCancel::cancelOfAHeldJobAsksItsWorker()
{
    const QString id = f->submit();
    const Claim claim = f->claim();

    QCOMPARE(valueOf(f->engine->cancel(id)), CancelOutcome::Stopping);
    QCOMPARE(valueOf(f->engine->cancel(id)), CancelOutcome::Stopping);

    QCOMPARE(f->state(id), JobState::Stopping);
    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Cancel);
    QVERIFY(!f->tryClaim());
}

void TestJobEngineCancel::cancelOfAJobNobodyHoldsIsAtOnce_data()
{
    addSettlingsThatLetGo();
}

void TestJobEngineCancel::cancelOfAJobNobodyHoldsIsAtOnce()
{
    QFETCH(Settle, settle);
    const QString id = f->submit();
    valueOf(settle(*f->engine, f->claim()));

    QCOMPARE(valueOf(f->engine->cancel(id)), CancelOutcome::Cancelled);

    QCOMPARE(f->state(id), JobState::Cancelled);
    QCOMPARE(f->job(id).error->code, ErrorCode::Cancelled);
    QCOMPARE(f->job(id).endedAt, f->clock.now());
    f->clock.advance(1h);
    QVERIFY(!f->tryClaim());
}

void TestJobEngineCancel::cancelOfOtherJobsSaysSo()
{
    const QString id = f->submit();
    valueOf(f->engine->complete(f->claim(), u"r"_s));

    QCOMPARE(valueOf(f->engine->cancel(id)), CancelOutcome::AlreadyEnded);
    QCOMPARE(valueOf(f->engine->cancel(u"none"_s)), CancelOutcome::NotFound);
    QCOMPARE(f->state(id), JobState::Done);
}

Claim TestJobEngineCancel::runningAfterCancel()
{
    const QString id = f->submit();
    Claim claim = f->claim();
    valueOf(f->engine->cancel(id));
    return claim;
}

void TestJobEngineCancel::stoppingJobIsCancelledByAnyOtherWord_data()
{
    addSettlingsButComplete();
}

void TestJobEngineCancel::stoppingJobIsCancelledByAnyOtherWord()
{
    QFETCH(Settle, settle);
    const Claim claim = runningAfterCancel();

    QCOMPARE(valueOf(settle(*f->engine, claim)), Fence::Ok);

    QCOMPARE(f->state(claim.jobId), JobState::Cancelled);
    QCOMPARE(f->job(claim.jobId).error->code, ErrorCode::Cancelled);
}

void TestJobEngineCancel::stoppingJobThatIsFinishedIsDone()
{
    const Claim claim = runningAfterCancel();

    QCOMPARE(valueOf(f->engine->complete(claim, u"Uploaded"_s)), Fence::Ok);

    QCOMPARE(f->state(claim.jobId), JobState::Done);
}

void TestJobEngineCancel::stoppingJobIsCancelledWhenItsLeaseEnds()
{
    const Claim claim = runningAfterCancel();
    f->letLeasesEnd();

    QVERIFY(!f->tryClaim());

    QCOMPARE(f->state(claim.jobId), JobState::Cancelled);
    QCOMPARE(valueOf(f->engine->complete(claim, u"late"_s)), Fence::Lost);
}

void TestJobEngineCancel::retryStartsOver()
{
    const QString id = f->submit();
    valueOf(f->engine->advance(f->claim(), Stage::Process, {.path = u"p"_s}));
    const Claim claim = f->claim();
    valueOf(f->engine->fail(claim, {ErrorCode::Damaged, u"cut off"_s}, {}));

    QCOMPARE(valueOf(f->engine->retry(id, "sealed-anew")), RetryOutcome::Ok);

    const Job job = f->job(id);
    QCOMPARE(job.state, JobState::Waiting);
    QCOMPARE(job.stage, Stage::Download);
    QCOMPARE(job.progress, 0.0);
    QCOMPARE(job.attempts, 0);
    QCOMPARE(job.endedAt, 0);
    QVERIFY(!job.error);
    QVERIFY(job.artifact.isEmpty());
    const Claim again = f->claim();
    QCOMPARE(again.epoch, claim.epoch + 1);
    QCOMPARE(again.sealedToken, "sealed-anew");
    QCOMPARE(valueOf(f->engine->beat(claim, {})), Beat::Lost);
}

void TestJobEngineCancel::retryNeedsATokenWhereOneWasErased_data()
{
    QTest::addColumn<bool>("isLocal");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<RetryOutcome>("outcome");
    const QByteArray none;
    QTest::newRow("bucket, no new token") << false << "t1"_ba << none << RetryOutcome::NeedsToken;
    QTest::newRow("bucket, new token") << false << "t1"_ba
                                       << "t2"_ba << RetryOutcome::Ok;
    QTest::newRow("folder bucket") << false << none << none << RetryOutcome::Ok;
    QTest::newRow("folder bucket, token") << false << none << "t2"_ba << RetryOutcome::Ok;
    QTest::newRow("local") << true << none << none << RetryOutcome::Ok;
}

void TestJobEngineCancel::retryNeedsATokenWhereOneWasErased()
{
    QFETCH(bool, isLocal);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(RetryOutcome, outcome);
    const QString id = u"job-1"_s;
    valueOf(f->engine->submit({id, isLocal ? localRequest() : bucketRequest(), first}));
    valueOf(f->engine->cancel(id));

    QCOMPARE(valueOf(f->engine->retry(id, second)), outcome);

    const bool runs = outcome == RetryOutcome::Ok;
    QCOMPARE(f->state(id), runs ? JobState::Waiting : JobState::Cancelled);
    if (runs)
        QCOMPARE(f->claim().sealedToken, second);
}

void TestJobEngineCancel::retryOfOtherJobsSaysSo()
{
    const QString waiting = f->submit();
    QCOMPARE(valueOf(f->engine->retry(waiting, "t")), RetryOutcome::NotEnded);
    valueOf(f->engine->complete(f->claim(), u"r"_s));

    QCOMPARE(valueOf(f->engine->retry(waiting, "t")), RetryOutcome::NotEnded);
    QCOMPARE(valueOf(f->engine->retry(u"none"_s, "t")), RetryOutcome::NotFound);
    QCOMPARE(f->state(waiting), JobState::Done);
}

void TestJobEngineCancel::onlyEndedJobsAreRemoved()
{
    const QString id = f->submit();
    QCOMPARE(f->engine->remove(id).error().code, ErrorCode::Conflict);
    valueOf(f->engine->cancel(id));

    checkOk(f->engine->remove(id));

    QVERIFY(!valueOf(f->engine->get(id)));
    QCOMPARE(f->engine->remove(id).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestJobEngineCancel)
#include "tst_jobenginecancel.moc"
