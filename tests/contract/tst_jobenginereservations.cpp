// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must keep of objects that jobs are making.
#include "tests/contract/enginetest.h"
#include "tests/contract/settlings.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestJobEngineReservations : public EngineTest
{
    Q_OBJECT

    const QString m_object = u"b/out/s 012+ü#.tif.dzip"_s;

    /// By a job of its own.
    std::pair<Claim, bool> reserve()
    {
        f->submit();
        const Claim claim = f->claim();
        return {claim, valueOf(f->engine->reserve(claim, m_object))};
    }

private Q_SLOTS:
    void anObjectIsOneJobsAtATime()
    {
        const auto [first, isFirsts] = reserve();
        const auto [second, isSeconds] = reserve();

        QVERIFY(isFirsts);
        QVERIFY(!isSeconds);
        QVERIFY(valueOf(f->engine->reserve(first, m_object))); // it has it already
        QVERIFY(valueOf(f->engine->reserve(second, u"b/out/other.dzip"_s)));
    }

    void itIsTheJobsThroughStagesRetriesAndRestarts()
    {
        const auto [claim, isOurs] = reserve();
        QVERIFY(isOurs);
        QCOMPARE(valueOf(f->engine->advance(claim, Stage::Process, {})), Fence::Ok);
        f->reopen();
        QCOMPARE(valueOf(f->engine->fail(f->claim(), {ErrorCode::Network, u"cut"_s}, 0ms)),
                 Fence::Ok);
        checkOk(f->engine->pause(claim.jobId));

        QVERIFY(!reserve().second);
    }

    void anEndedJobLeavesIt_data()
    {
        QTest::addColumn<Settle>("settle");
        QTest::newRow("done") << Settle(
            [](JobEngine &e, const Claim &c) { return e.complete(c, u"r"_s); });
        QTest::newRow("failed") << Settle([](JobEngine &e, const Claim &c) {
            return e.fail(c, {ErrorCode::Damaged, u"cut off"_s}, {});
        });
        QTest::newRow("skipped") << Settle([](JobEngine &e, const Claim &c) {
            return e.complete(c, u"r"_s, {}, JobState::Skipped);
        });
        QTest::newRow("cancelled")
            << Settle([](JobEngine &e, const Claim &c) { return e.fail(c, cancelledError(), {}); });
    }
    void anEndedJobLeavesIt()
    {
        QFETCH(Settle, settle);
        const auto [first, isFirsts] = reserve();
        QVERIFY(isFirsts);
        QCOMPARE(valueOf(settle(*f->engine, first)), Fence::Ok);

        QVERIFY(reserve().second);
        checkOk(f->engine->remove(first.jobId)); // takes nothing from who has it now
        QVERIFY(!reserve().second);
    }
};

QTEST_GUILESS_MAIN(TestJobEngineReservations)
#include "tst_jobenginereservations.moc"
