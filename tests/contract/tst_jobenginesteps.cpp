// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must remember of a job's steps and of its image.
#include "tests/contract/enginetest.h"
#include "tests/contract/settlings.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJobEngineSteps : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void claimOpensAStep();
    void stepsOfAJobAreInOrder();
    void stepSaysWhyItEnded_data();
    void stepSaysWhyItEnded();
    void stepOfADeadWorkerEnds();
    void lossOfAWorkerIsInTheLog();
    void errorsDetailIsInNoStep();
    void latestStepsAreKept();
    void repeatedJobKeepsItsSteps();
    void stepsAndFactsSurviveTheEngine();

    void factsAddUp();
    void factsOfAStaleClaimAreLost();
};

void TestJobEngineSteps::claimOpensAStep()
{
    const QString id = f->submit();
    QVERIFY(f->job(id).steps.isEmpty());

    f->claim();

    QCOMPARE(f->job(id).steps,
             QList{StepRecord({.stage = Stage::Download, .startedAt = f->clock.now()})});
}

void TestJobEngineSteps::stepsOfAJobAreInOrder()
{
    const QString id = f->submit();
    const qint64 start = f->clock.now();
    const Claim download = f->claim();
    f->clock.advance(1s);
    valueOf(f->engine->advance(download, Stage::Process, {.path = u"i"_s, .bytes = 7}));
    const Claim process = f->claim();
    f->clock.advance(2s);
    valueOf(f->engine->advance(process, Stage::Upload, {.path = u"a"_s, .bytes = 5}));
    const Claim upload = f->claim();
    f->clock.advance(3s);

    valueOf(f->engine->complete(upload, u"Uploaded"_s));

    const QList<StepRecord> expected{{Stage::Download, start, start + 1000, 7, {}},
                                     {Stage::Process, start + 1000, start + 3000, 5, {}},
                                     {Stage::Upload, start + 3000, start + 6000, 5, {}}};
    QCOMPARE(f->job(id).steps, expected);
}

void TestJobEngineSteps::stepSaysWhyItEnded_data()
{
    QTest::addColumn<Settle>("settle");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("failed") << Settle([](JobEngine &e, const Claim &c) {
        return e.fail(c, {ErrorCode::Damaged, u"cut off"_s}, {});
    }) << ErrorCode::Damaged << u"cut off"_s;
    QTest::newRow("retries") << Settle([](JobEngine &e, const Claim &c) {
        return e.fail(c, {ErrorCode::Network, u"cut"_s}, 1s);
    }) << ErrorCode::Network << u"cut"_s;
    QTest::newRow("cancelled") << Settle([](JobEngine &e, const Claim &c) {
        return e.fail(c, cancelledError(), {});
    }) << ErrorCode::Cancelled << u"Cancelled"_s;
    QTest::newRow("blocked") << Settle([](JobEngine &e, const Claim &c) {
        return e.release(c, Error{ErrorCode::DiskFull, u"full"_s}, 1s);
    }) << ErrorCode::DiskFull << u"full"_s;
    QTest::newRow("given back") << Settle([](JobEngine &e, const Claim &c) { return e.release(c); })
                                << ErrorCode::Cancelled << u"Interrupted"_s;
    QTest::newRow("paused") << Settle([](JobEngine &e, const Claim &c) {
        checkOk(e.pause(c.jobId));
        return e.release(c);
    }) << ErrorCode::Cancelled
                            << u"Paused"_s;
    QTest::newRow("sent back") << Settle([](JobEngine &e, const Claim &c) {
        return e.sendBack(c, Stage::Download);
    }) << ErrorCode::NotFound << u"The file of the stage before is gone"_s;
}

void TestJobEngineSteps::stepSaysWhyItEnded()
{
    QFETCH(Settle, settle);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    const QString id = f->submit();
    const qint64 start = f->clock.now();
    const Claim claim = f->claim();
    f->clock.advance(1s);

    valueOf(settle(*f->engine, claim));

    QCOMPARE(f->job(id).steps,
             QList{StepRecord({Stage::Download, start, start + 1000, 0, Error{code, message}})});
}

void TestJobEngineSteps::stepOfADeadWorkerEnds()
{
    const QString id = f->submit();
    f->claim();
    f->letLeasesEnd();

    f->claim();

    const QList<StepRecord> steps = f->job(id).steps;
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.first().endedAt, f->clock.now());
    QCOMPARE(steps.first().error->message, u"Interrupted"_s);
    QCOMPARE(steps.last().endedAt, 0);
}

void TestJobEngineSteps::lossOfAWorkerIsInTheLog()
{
    const QString id = f->submit();
    f->claim();
    QVERIFY(valueOf(f->engine->log(id)).isEmpty());

    f->reopen();

    const QStringList lines = valueOf(f->engine->log(id));
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.first().endsWith(
                 u"Z warning download is interrupted: its worker was lost; the job is now waiting"),
             qPrintable(lines.first()));
}

void TestJobEngineSteps::errorsDetailIsInNoStep()
{
    const QString id = f->submit();

    valueOf(f->engine->fail(
        f->claim(), {ErrorCode::Damaged, u"cut off"_s, u"/data/secret/path"_s}, {}));

    QVERIFY(f->job(id).steps.first().error->detail.isEmpty());
}

void TestJobEngineSteps::latestStepsAreKept()
{
    const QString id = f->submit();
    qint64 lastStart = 0;
    for (int i = 0; i < 30; ++i) {
        lastStart = f->clock.now();
        valueOf(f->engine->release(f->claim()));
        f->clock.advance(1s);
    }

    const QList<StepRecord> steps = f->job(id).steps;
    QCOMPARE(steps.size(), 20);
    QCOMPARE(steps.last().startedAt, lastStart);
    QCOMPARE(steps.first().startedAt, lastStart - 19'000);
}

void TestJobEngineSteps::repeatedJobKeepsItsSteps()
{
    const QString id = f->submit();
    valueOf(f->engine->fail(f->claim(), {ErrorCode::Damaged, u"cut off"_s}, {}));
    valueOf(f->engine->retry(id, "t"));

    f->claim();

    QCOMPARE(f->job(id).steps.size(), 2);
}

void TestJobEngineSteps::stepsAndFactsSurviveTheEngine()
{
    const QString id = f->submit();
    const Claim claim = f->claim();
    const JobFacts facts{.sourceBytes = (qint64{1} << 53) + 1,
                         .archiveBytes = 5,
                         .width = 100'000,
                         .height = 50'000,
                         .levels = 18,
                         .tiles = 90'000,
                         .micrometresPerPixel = 0.2325};
    QCOMPARE(valueOf(f->engine->learn(claim, facts)), Fence::Ok);
    valueOf(f->engine->fail(claim, {ErrorCode::Network, u"cut"_s}, 1s));
    const QList<StepRecord> steps = f->job(id).steps;

    f->reopen();

    QCOMPARE(f->job(id).facts, facts);
    QCOMPARE(f->job(id).steps, steps);
}

void TestJobEngineSteps::factsAddUp()
{
    const QString id = f->submit(localRequest());
    const Claim claim = f->claim();
    valueOf(f->engine->learn(claim, {.sourceBytes = 9}));
    const qint64 before = f->job(id).revision;

    valueOf(f->engine->learn(claim, {.width = 3, .height = 2}));
    valueOf(f->engine->learn(claim, {.archiveBytes = 4, .width = 5}));
    valueOf(f->engine->complete(claim, u"/archives/s012.tif.dzip"_s));

    const Job job = f->job(id);
    QCOMPARE(job.facts, (JobFacts{.sourceBytes = 9, .archiveBytes = 4, .width = 5, .height = 2}));
    QCOMPARE(job.steps.last().bytes, 4);
    QVERIFY(job.revision > before);
}

void TestJobEngineSteps::factsOfAStaleClaimAreLost()
{
    const QString id = f->submit();
    const Claim stale = f->claim();
    valueOf(f->engine->release(stale));

    QCOMPARE(valueOf(f->engine->learn(stale, {.width = 3})), Fence::Lost);

    QCOMPARE(f->job(id).facts, JobFacts{});
}

QTEST_GUILESS_MAIN(TestJobEngineSteps)
#include "tst_jobenginesteps.moc"
