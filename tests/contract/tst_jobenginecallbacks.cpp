// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must know of those who are to be told that a job has ended.
#include "tests/contract/enginetest.h"
#include "tests/contract/settlings.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJobEngineCallbacks : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsToldBeforeTheEnd();
    void theEndMakesItDue_data();
    void theEndMakesItDue();
    void jobsWithoutOneTellNobody();
    void whatIsTakenIsNobodyElsesForALease();
    void oneThatIsPostponedComesLater();
    void oneThatIsDoneWithIsErased();
    void theLongestOverdueComeFirst();
    void oneOfAJobThatRunsAgainWaitsForItsEnd();
    void aChangeOfAnEndedJobRingsNobodyAgain();
    void itOutlivesTheEngine();
    void itGoesWithItsJob();

private:
    QString submitWith(const QByteArray &sealed)
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return valueOf(f->engine->submit(
                           {.id = id, .request = bucketRequest(), .sealedCallback = sealed}))
            .id;
    }
    QString ended(const QByteArray &sealed = "sealed")
    {
        const QString id = submitWith(sealed);
        valueOf(f->engine->cancel(id));
        return id;
    }
    QList<DueCallback> due(int limit = 10) { return valueOf(f->engine->takeCallbacks(limit, 60s)); }
};

using End = std::function<void(JobEngine &, const Claim &)>;
Q_DECLARE_METATYPE(End)

void TestJobEngineCallbacks::nobodyIsToldBeforeTheEnd()
{
    submitWith("sealed");
    QVERIFY(due().isEmpty());
    const Claim claim = f->claim();
    QVERIFY(due().isEmpty());
    valueOf(f->engine->fail(claim, {ErrorCode::Network, u"cut"_s}, 5s));
    QVERIFY(due().isEmpty());
}

void TestJobEngineCallbacks::theEndMakesItDue_data()
{
    QTest::addColumn<End>("end");
    QTest::newRow("done") << End([](JobEngine &engine, const Claim &claim) {
        valueOf(engine.complete(claim, u"b/out/x.dzip"_s));
    });
    QTest::newRow("skipped") << End([](JobEngine &engine, const Claim &claim) {
        valueOf(engine.complete(claim, {}, {}, JobState::Skipped));
    });
    QTest::newRow("failed") << End([](JobEngine &engine, const Claim &claim) {
        valueOf(engine.fail(claim, {ErrorCode::Damaged, u"cut off"_s}, {}));
    });
    QTest::newRow("cancelled") << End([](JobEngine &engine, const Claim &claim) {
        valueOf(engine.cancel(claim.jobId));
        valueOf(engine.fail(claim, cancelledError(), {}));
    });
}

void TestJobEngineCallbacks::theEndMakesItDue()
{
    QFETCH(End, end);
    const QString id = submitWith("sealed \xff");

    end(*f->engine, f->claim());

    const QList<DueCallback> told = due();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().jobId, id);
    QCOMPARE(told.first().sealed, "sealed \xff"_ba);
    QCOMPARE(told.first().tries, 1);
}

void TestJobEngineCallbacks::jobsWithoutOneTellNobody()
{
    valueOf(f->engine->cancel(f->submit()));
    QVERIFY(due().isEmpty());
}

void TestJobEngineCallbacks::whatIsTakenIsNobodyElsesForALease()
{
    ended();
    QCOMPARE(due().size(), 1);
    f->clock.advance(60s - 1ms);
    QVERIFY(due().isEmpty());

    f->clock.advance(1ms);

    const QList<DueCallback> again = due();
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().tries, 2);
}

void TestJobEngineCallbacks::oneThatIsPostponedComesLater()
{
    const QString id = ended();
    due();

    checkOk(f->engine->settleCallback(id, 300s));

    f->clock.advance(300s - 1ms);
    QVERIFY(due().isEmpty());
    f->clock.advance(1ms);
    QCOMPARE(due().size(), 1);
}

void TestJobEngineCallbacks::oneThatIsDoneWithIsErased()
{
    const QString id = ended();
    due();

    checkOk(f->engine->settleCallback(id, {}));
    checkOk(f->engine->settleCallback(id, {}));
    checkOk(f->engine->settleCallback(id, 0s));

    f->clock.advance(24h);
    QVERIFY(due().isEmpty());
}

void TestJobEngineCallbacks::theLongestOverdueComeFirst()
{
    const QString first = submitWith("1");
    const QString second = submitWith("2");
    const QString third = submitWith("3");
    for (const QString &id : {third, first, second}) {
        valueOf(f->engine->cancel(id));
        f->clock.advance(1s);
    }

    QStringList ids;
    for (const DueCallback &callback : due(2))
        ids << callback.jobId;
    QCOMPARE(ids, (QStringList{third, first}));
    QCOMPARE(due(2).first().jobId, second);
}

void TestJobEngineCallbacks::oneOfAJobThatRunsAgainWaitsForItsEnd()
{
    const QString id = ended();
    QCOMPARE(due().size(), 1);
    valueOf(f->engine->retry(id, "sealed"));

    // Whoever was telling of the first end is not to touch it any more.
    checkOk(f->engine->settleCallback(id, {}));
    f->clock.advance(1h);
    QVERIFY(due().isEmpty());

    valueOf(f->engine->cancel(id));
    const QList<DueCallback> again = due();
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().tries, 1);
}

void TestJobEngineCallbacks::aChangeOfAnEndedJobRingsNobodyAgain()
{
    const QString id = ended();
    due();
    checkOk(f->engine->settleCallback(id, 600s));

    checkOk(f->engine->setOptions(id, {.quality = 90}));

    QVERIFY(due().isEmpty());
    f->clock.advance(600s);
    QCOMPARE(due().first().tries, 2);
}

void TestJobEngineCallbacks::itOutlivesTheEngine()
{
    ended("kept");
    f->reopen();
    QCOMPARE(due().first().sealed, "kept"_ba);
}

void TestJobEngineCallbacks::itGoesWithItsJob()
{
    const QString id = ended();
    checkOk(f->engine->remove(id));
    f->clock.advance(1h);
    QVERIFY(due().isEmpty());
}

QTEST_GUILESS_MAIN(TestJobEngineCallbacks)
#include "tst_jobenginecallbacks.moc"
