// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must answer about many jobs: limits, lists, changes, logs, housekeeping.
#include "tests/contract/enginetest.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using Outcome = Submitted::Outcome;

class TestJobEngineQueries : public EngineTest
{
    Q_OBJECT

public:
    TestJobEngineQueries()
        : EngineTest({.queueLimit = 20, .logLines = 3})
    {}

private Q_SLOTS:
    void fullQueueRefusesUntilAJobHasEnded();
    void eachOfSeveralHasItsOwnOutcome();
    void retriedJobTakesUpRoom();
    void sameKeyAndBodyIsTheSameJob();
    void sameKeyWithAnotherBodyIsRefused();
    void keyIsForgottenAfterItsTime();
    void repeatedKeyIsAnsweredWhenTheQueueIsFull();
    void jobOfAKnownIdIsRefusedAndChangesNothing();

    void unknownJobIsNothing();
    void namesComeBackAsTheyWere_data();
    void namesComeBackAsTheyWere();
    void listIsNewestFirstInPages();
    void listHasTheOrderThatIsAskedFor_data();
    void listHasTheOrderThatIsAskedFor();
    void listIsFilteredByState();
    void listOfBucketJobsHoldsNoLocalPath_data();
    void listOfBucketJobsHoldsNoLocalPath();
    void changesAreInOrderAndEachJobIsThereOnce();
    void everyTransitionIsAChange();
    void revisionsGrowAfterAJobIsRemoved();
    void removalsAreToldInTheirOrder();
    void removalsAreToldAfterARestart();
    void whatIsForgottenIsARemovalToo();
    void oldRemovalsAreForgotten();
    void statsCountByWhatHappens();
    void theCountOfChangesGrowsWithEach();
    void statsSayWhatWaitsForEachStage();
    void unfinishedIdsAreThoseOfJobsNotEnded();

    void logKeepsTheLastLines();
    void logOfAnUnknownJobIsAnError();
    void logGoesWithItsJob();
    void oldBucketJobsAreForgottenAndLocalOnesStay();
    void tickKeepsWhatHasNotEnded();
    void tickEndsStoppingJobsOfDeadWorkers();
    void openStoreIsHealthy();

private:
    QString submitAndEnd(const JobRequest &request = bucketRequest());
    QStringList listedIds(const JobFilter &filter);
};

QString TestJobEngineQueries::submitAndEnd(const JobRequest &request)
{
    const QString id = f->submit(request);
    valueOf(f->engine->cancel(id));
    return id;
}

QStringList TestJobEngineQueries::listedIds(const JobFilter &filter)
{
    QStringList ids;
    for (const Job &job : valueOf(f->engine->list(filter, 0, 100)).jobs)
        ids << job.id;
    return ids;
}

void TestJobEngineQueries::fullQueueRefusesUntilAJobHasEnded()
{
    QString last;
    for (int i = 0; i < f->limits.queueLimit; ++i)
        last = f->submit();

    const Submitted refused = valueOf(f->engine->submit({u"one-more"_s, bucketRequest(), "t"}));
    valueOf(f->engine->cancel(last));
    const Submitted accepted = valueOf(f->engine->submit({u"one-more"_s, bucketRequest(), "t"}));

    QCOMPARE(refused.outcome, Outcome::QueueFull);
    QCOMPARE(accepted.outcome, Outcome::Accepted);
    QCOMPARE(accepted.id, u"one-more"_s);
}

void TestJobEngineQueries::eachOfSeveralHasItsOwnOutcome()
{
    for (int i = 0; i < f->limits.queueLimit - 2; ++i)
        f->submit();
    const IdempotencyKey key{u"k"_s, u"hash"_s};
    const IdempotencyKey otherBody{u"k"_s, u"other"_s};

    const QList<Result<Submitted>> outcomes
        = f->engine->submitAll({{u"a"_s, bucketRequest(), "t", {}, key},
                                {u"b"_s, bucketRequest(), "t", {}, key},
                                {u"c"_s, localRequest(), {}, {}, otherBody},
                                {u"d"_s, localRequest(), {}},
                                {u"e"_s, bucketRequest(), "t"},
                                {u"f"_s, bucketRequest(), "t", {}, key}});

    QList<Outcome> wanted{Outcome::Accepted,
                          Outcome::Duplicate,
                          Outcome::KeyReused,
                          Outcome::Accepted,
                          Outcome::QueueFull,
                          Outcome::Duplicate};
    QCOMPARE(outcomes.size(), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i)
        QCOMPARE(valueOf(outcomes.at(i)).outcome, wanted.at(i));
    QCOMPARE(valueOf(outcomes.at(1)).id, u"a"_s);
    QVERIFY(valueOf(f->engine->get(u"d"_s))->request.source.isLocal());
    QVERIFY(!valueOf(f->engine->get(u"e"_s)));
    QCOMPARE(valueOf(f->engine->stats()).waiting, f->limits.queueLimit);
}

void TestJobEngineQueries::retriedJobTakesUpRoom()
{
    const QString cancelled = f->submit(localRequest());
    valueOf(f->engine->cancel(cancelled));
    for (int i = 0; i < f->limits.queueLimit - 1; ++i)
        f->submit();

    QCOMPARE(valueOf(f->engine->retry(cancelled, {})), RetryOutcome::Ok);

    QCOMPARE(valueOf(f->engine->submit({u"one-more"_s, localRequest(), {}})).outcome,
             Outcome::QueueFull);
}

void TestJobEngineQueries::sameKeyAndBodyIsTheSameJob()
{
    const IdempotencyKey key{u"u1/k"_s, u"hash"_s};

    const Submitted first = valueOf(f->engine->submit({u"a"_s, bucketRequest(), "t", {}, key}));
    const Submitted second = valueOf(f->engine->submit({u"b"_s, bucketRequest(), "t", {}, key}));

    QCOMPARE(first.outcome, Outcome::Accepted);
    QCOMPARE(second.outcome, Outcome::Duplicate);
    QCOMPARE(second.id, u"a"_s);
    QVERIFY(!valueOf(f->engine->get(u"b"_s)));
}

void TestJobEngineQueries::sameKeyWithAnotherBodyIsRefused()
{
    valueOf(
        f->engine->submit({u"a"_s, bucketRequest(), "t", {}, IdempotencyKey{u"k"_s, u"hash"_s}}));

    const Submitted second = valueOf(
        f->engine->submit({u"b"_s, localRequest(), {}, {}, IdempotencyKey{u"k"_s, u"other"_s}}));

    QCOMPARE(second.outcome, Outcome::KeyReused);
    QVERIFY(!valueOf(f->engine->get(u"b"_s)));
}

void TestJobEngineQueries::keyIsForgottenAfterItsTime()
{
    const IdempotencyKey key{u"k"_s, u"hash"_s};
    valueOf(f->engine->submit({u"a"_s, bucketRequest(), "t", {}, key}));

    f->clock.advance(f->limits.idempotency - 1ms);
    const Submitted kept = valueOf(f->engine->submit({u"b"_s, bucketRequest(), "t", {}, key}));
    f->clock.advance(1ms);
    checkOk(f->engine->tick());
    const Submitted anew = valueOf(f->engine->submit({u"b"_s, bucketRequest(), "t", {}, key}));

    QCOMPARE(kept.outcome, Outcome::Duplicate);
    QCOMPARE(anew.outcome, Outcome::Accepted);
    QCOMPARE(anew.id, u"b"_s);
}

void TestJobEngineQueries::repeatedKeyIsAnsweredWhenTheQueueIsFull()
{
    const IdempotencyKey key{u"k"_s, u"hash"_s};
    valueOf(f->engine->submit({u"a"_s, bucketRequest(), "t", {}, key}));
    for (int i = 1; i < f->limits.queueLimit; ++i)
        f->submit();

    const Submitted again = valueOf(f->engine->submit({u"b"_s, bucketRequest(), "t", {}, key}));

    QCOMPARE(again.outcome, Outcome::Duplicate);
    QCOMPARE(again.id, u"a"_s);
}

void TestJobEngineQueries::jobOfAKnownIdIsRefusedAndChangesNothing()
{
    valueOf(f->engine->submit({u"a"_s, bucketRequest(), "t"}));

    const Result<Submitted> second = f->engine->submit({u"a"_s, localRequest(), "other"});

    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QCOMPARE(f->job(u"a"_s).request, bucketRequest());
    QCOMPARE(f->claim().sealedToken, "t");
}

void TestJobEngineQueries::unknownJobIsNothing()
{
    QVERIFY(!valueOf(f->engine->get(u"none"_s)));
}

void TestJobEngineQueries::namesComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("blanks and plus") << u"a b+c#d?e%25.tif"_s;
    QTest::newRow("umlauts") << u"Großhirn/Übersicht é.tif"_s;
    QTest::newRow("beyond the first plane") << u"🧠/𝛼.tif"_s;
    QTest::newRow("quotes") << u"'; DROP TABLE job; --\"\\.tif"_s;
    QTest::newRow("double slash") << u"a//b.tif"_s;
    QTest::newRow("placeholder") << u":id %1 ?1.tif"_s;
    QTest::newRow("long") << QString(1024, u'x');
}

void TestJobEngineQueries::namesComeBackAsTheyWere()
{
    QFETCH(QString, name);
    JobRequest request = bucketRequest();
    request.source.path = name;
    request.submitter = name;

    const QString id = f->submit(request);

    QCOMPARE(f->job(id).request, request);
    QCOMPARE(f->claim().request, request);
}

void TestJobEngineQueries::listIsNewestFirstInPages()
{
    QStringList expected;
    for (int i = 0; i < 5; ++i)
        expected.prepend(f->submit());

    QStringList seen;
    QList<qsizetype> sizes;
    qint64 cursor = 0;
    do {
        const JobPage page = valueOf(f->engine->list({}, cursor, 2));
        for (const Job &job : page.jobs)
            seen << job.id;
        sizes << page.jobs.size();
        cursor = page.nextCursor;
    } while (cursor != 0 && sizes.size() < 10);

    QCOMPARE(seen, expected);
    QCOMPARE(sizes, (QList<qsizetype>{2, 2, 1}));
    QCOMPARE(valueOf(f->engine->list({}, 0, 5)).nextCursor, 0);
}

void TestJobEngineQueries::listHasTheOrderThatIsAskedFor_data()
{
    QTest::addColumn<JobOrder>("order");
    QTest::addColumn<QString>("expected");
    QTest::newRow("newest") << JobOrder::NewestFirst << u"dcba"_s;
    QTest::newRow("oldest") << JobOrder::OldestFirst << u"abcd"_s;
    QTest::newRow("latest change") << JobOrder::LatestChangeFirst << u"bdca"_s;
    QTest::newRow("earliest change") << JobOrder::EarliestChangeFirst << u"acdb"_s;
}

void TestJobEngineQueries::listHasTheOrderThatIsAskedFor()
{
    QFETCH(JobOrder, order);
    QFETCH(QString, expected);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        valueOf(f->engine->submit({id, bucketRequest(), "t"}));
    checkOk(f->engine->pause(u"b"_s));

    QString seen;
    qint64 cursor = 0;
    int pages = 0;
    do {
        const JobPage page = valueOf(f->engine->list({.order = order}, cursor, 3));
        for (const Job &job : page.jobs)
            seen += job.id;
        cursor = page.nextCursor;
    } while (cursor != 0 && ++pages < 10);

    QCOMPARE(seen, expected);
    const JobPage paused
        = valueOf(f->engine->list({.states = {JobState::Paused}, .order = order}, 0, 3));
    QCOMPARE(paused.jobs.size(), 1);
    QCOMPARE(paused.jobs.first().id, u"b"_s);
}

void TestJobEngineQueries::statsSayWhatWaitsForEachStage()
{
    QVERIFY(valueOf(f->engine->stats()).queues.isEmpty());
    const QString first = f->submit();
    const qint64 createdAt = f->job(first).createdAt;
    f->clock.advance(5s);
    const QString second = f->submit();
    f->clock.advance(5s);
    const QString local = f->submit(localRequest());

    const auto all = valueOf(f->engine->stats()).queues;
    checkOk(f->engine->pause(local));
    checkOk(f->engine->move(second, QueueMove::Top));
    const auto later = valueOf(f->engine->stats()).queues;

    QCOMPARE(all.size(), 2);
    QCOMPARE(all.value(Stage::Download), (StageQueue{2, createdAt}));
    QCOMPARE(all.value(Stage::Process), (StageQueue{1, f->job(local).createdAt}));
    QCOMPARE(later.size(), 1);
    QCOMPARE(later.value(Stage::Download), (StageQueue{2, f->job(second).createdAt}));
}

void TestJobEngineQueries::listIsFilteredByState()
{
    const QString cancelled = submitAndEnd();
    const QString running = f->submit();
    f->claim();
    const QString waiting = f->submit();

    QCOMPARE(listedIds({.states = {JobState::Cancelled}}), QStringList{cancelled});
    QCOMPARE(listedIds({.states = {JobState::Waiting, JobState::Running}}),
             (QStringList{waiting, running}));
    QCOMPARE(listedIds({.states = {JobState::Done}}), QStringList());
}

void TestJobEngineQueries::listOfBucketJobsHoldsNoLocalPath_data()
{
    QTest::addColumn<bool>("isSourceLocal");
    QTest::addColumn<bool>("isTargetLocal");
    QTest::addColumn<bool>("isListed");
    QTest::newRow("bucket to bucket") << false << false << true;
    QTest::newRow("local to bucket") << true << false << false;
    QTest::newRow("bucket to local") << false << true << false;
    QTest::newRow("local to local") << true << true << false;
}

void TestJobEngineQueries::listOfBucketJobsHoldsNoLocalPath()
{
    QFETCH(bool, isSourceLocal);
    QFETCH(bool, isTargetLocal);
    QFETCH(bool, isListed);
    JobRequest request = isSourceLocal ? localRequest() : bucketRequest();
    request.targetFolder
        = isTargetLocal ? localRequest().targetFolder : bucketRequest().targetFolder;
    const QString id = f->submit(request);

    QCOMPARE(listedIds({}), QStringList{id});
    QCOMPARE(listedIds({.bucketJobsOnly = true}), isListed ? QStringList{id} : QStringList());
}

void TestJobEngineQueries::changesAreInOrderAndEachJobIsThereOnce()
{
    const QString a = f->submit();
    const QString b = f->submit();
    const qint64 since = f->job(b).revision;
    const QString c = f->submit();
    valueOf(f->engine->cancel(a));

    const QList<Job> changes = valueOf(f->engine->changes(since, 10));
    const QList<Job> first = valueOf(f->engine->changes(since, 1));

    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0].id, c);
    QCOMPARE(changes[1].id, a);
    QCOMPARE(changes[1].state, JobState::Cancelled);
    QVERIFY(changes[0].revision < changes[1].revision);
    QCOMPARE(first.size(), 1);
    QCOMPARE(first[0].id, c);
    QVERIFY(valueOf(f->engine->changes(changes[1].revision, 10)).isEmpty());
}

void TestJobEngineQueries::everyTransitionIsAChange()
{
    const QString id = f->submit();
    QList<qint64> revisions{f->job(id).revision};
    const auto note = [&] {
        revisions << f->job(id).revision;
    };

    valueOf(f->engine->release(f->claim()));
    note();
    const Claim claim = f->claim();
    note();
    valueOf(f->engine->beat(claim, StepProgress{}));
    note();
    valueOf(f->engine->fail(claim, {ErrorCode::Network, u"cut"_s}, 1s));
    note();
    valueOf(f->engine->cancel(id));
    note();
    valueOf(f->engine->retry(id, "t"));
    note();

    for (qsizetype i = 1; i < revisions.size(); ++i)
        QVERIFY2(revisions[i] > revisions[i - 1], qPrintable(QString::number(i)));
}

void TestJobEngineQueries::revisionsGrowAfterAJobIsRemoved()
{
    const QString removed = submitAndEnd();
    const qint64 last = f->job(removed).revision;
    checkOk(f->engine->remove(removed));
    f->reopen();

    const QString next = f->submit();

    QVERIFY(f->job(next).revision > last);
}

void TestJobEngineQueries::removalsAreToldInTheirOrder()
{
    const QString a = submitAndEnd();
    const QString b = submitAndEnd();
    const qint64 since = f->job(b).revision;
    checkOk(f->engine->remove(b));
    const QString c = f->submit();
    checkOk(f->engine->remove(a));

    const QList<Removal> removals = valueOf(f->engine->removals(since, 10));
    const QList<Removal> first = valueOf(f->engine->removals(since, 1));

    QCOMPARE(removals.size(), 2);
    QCOMPARE(removals[0].id, b);
    QCOMPARE(removals[1].id, a);
    QVERIFY(removals[0].revision > since);
    QVERIFY(removals[0].revision < f->job(c).revision); // one sequence with the changes
    QVERIFY(removals[1].revision > f->job(c).revision);
    QCOMPARE(first.size(), 1);
    QCOMPARE(first[0].id, b);
    QVERIFY(valueOf(f->engine->removals(removals[1].revision, 10)).isEmpty());
}

void TestJobEngineQueries::removalsAreToldAfterARestart()
{
    const QString removed = submitAndEnd();
    checkOk(f->engine->remove(removed));

    f->reopen();

    QCOMPARE(valueOf(f->engine->removals(0, 10)).first().id, removed);
}

void TestJobEngineQueries::whatIsForgottenIsARemovalToo()
{
    const QString forgotten = submitAndEnd();
    const qint64 since = f->job(forgotten).revision;
    f->clock.advance(f->limits.retention + 1s);

    checkOk(f->engine->tick());

    const QList<Removal> removals = valueOf(f->engine->removals(since, 10));
    QCOMPARE(removals.size(), 1);
    QCOMPARE(removals[0].id, forgotten);
}

void TestJobEngineQueries::oldRemovalsAreForgotten()
{
    checkOk(f->engine->remove(submitAndEnd()));
    f->clock.advance(f->limits.removals - 1s);
    checkOk(f->engine->tick());
    QCOMPARE(valueOf(f->engine->removals(0, 10)).size(), 1);

    f->clock.advance(2s);
    checkOk(f->engine->tick());

    QVERIFY(valueOf(f->engine->removals(0, 10)).isEmpty());
}

void TestJobEngineQueries::theCountOfChangesGrowsWithEach()
{
    if (!f->engine->changeCount())
        return; // others may write too
    const QString id = f->submit();
    const quint64 submitted = *f->engine->changeCount();
    valueOf(f->engine->get(id));
    QCOMPARE(*f->engine->changeCount(), submitted);
    QVERIFY(f->engine->pause(id));
    QVERIFY(*f->engine->changeCount() > submitted);
}

void TestJobEngineQueries::statsCountByWhatHappens()
{
    submitAndEnd();
    f->submit();
    f->claim();
    const QString stopping = f->submit();
    f->claim();
    valueOf(f->engine->cancel(stopping));
    f->submit();
    valueOf(f->engine->release(f->claim(), Error{ErrorCode::DiskFull, u"full"_s}, 1s));
    f->submit();
    f->submit();

    const QueueStats stats = valueOf(f->engine->stats());

    QCOMPARE(stats.waiting, 3);
    QCOMPARE(stats.running, 2);
    QCOMPARE(stats.ended, 1);
    QCOMPARE(stats.byState,
             (QMap<JobState, qint64>{{JobState::Waiting, 2},
                                     {JobState::Running, 1},
                                     {JobState::Stopping, 1},
                                     {JobState::Blocked, 1},
                                     {JobState::Cancelled, 1}}));
    QCOMPARE(stats.revision, valueOf(f->engine->changes(stats.revision - 1, 10)).last().revision);
}

void TestJobEngineQueries::unfinishedIdsAreThoseOfJobsNotEnded()
{
    submitAndEnd();
    const QString running = f->submit();
    f->claim();
    const QString waiting = f->submit();

    QCOMPARE(valueOf(f->engine->unfinishedIds()), (QStringList{running, waiting}));
}

void TestJobEngineQueries::logKeepsTheLastLines()
{
    const QString id = f->submit();

    checkOk(f->engine->appendLog(id, {u"1"_s, u"2"_s}));
    const QStringList before = valueOf(f->engine->log(id));
    checkOk(f->engine->appendLog(id, {u"3 ü"_s, u"4"_s}));

    QCOMPARE(before, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(valueOf(f->engine->log(id)), (QStringList{u"2"_s, u"3 ü"_s, u"4"_s}));
}

void TestJobEngineQueries::logOfAnUnknownJobIsAnError()
{
    QCOMPARE(f->engine->appendLog(u"none"_s, {u"1"_s}).error().code, ErrorCode::NotFound);
    QVERIFY(valueOf(f->engine->log(u"none"_s)).isEmpty());
}

void TestJobEngineQueries::logGoesWithItsJob()
{
    const QString id = submitAndEnd();
    checkOk(f->engine->appendLog(id, {u"1"_s}));

    checkOk(f->engine->remove(id));

    QVERIFY(valueOf(f->engine->log(id)).isEmpty());
}

void TestJobEngineQueries::oldBucketJobsAreForgottenAndLocalOnesStay()
{
    const QString bucket = submitAndEnd(bucketRequest());
    const QString local = submitAndEnd(localRequest());
    f->clock.advance(f->limits.retention - 1ms);
    checkOk(f->engine->tick());
    const bool isThereBefore = valueOf(f->engine->get(bucket)).has_value();
    f->clock.advance(1ms);

    checkOk(f->engine->tick());

    QVERIFY(isThereBefore);
    QVERIFY(!valueOf(f->engine->get(bucket)));
    QVERIFY(valueOf(f->engine->get(local)));
}

void TestJobEngineQueries::tickKeepsWhatHasNotEnded()
{
    const QString id = f->submit();
    f->clock.advance(f->limits.retention * 10);

    checkOk(f->engine->tick());

    QCOMPARE(f->claim().jobId, id);
}

void TestJobEngineQueries::tickEndsStoppingJobsOfDeadWorkers()
{
    const QString id = f->submit();
    f->claim();
    valueOf(f->engine->cancel(id));
    f->letLeasesEnd();

    checkOk(f->engine->tick());

    QCOMPARE(f->state(id), JobState::Cancelled);
}

void TestJobEngineQueries::openStoreIsHealthy()
{
    checkOk(f->engine->health());
}

QTEST_GUILESS_MAIN(TestJobEngineQueries)
#include "tst_jobenginequeries.moc"
