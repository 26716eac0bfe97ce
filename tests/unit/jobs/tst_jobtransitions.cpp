// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobtransitions.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

using Transition = std::function<bool(JobRecord &)>;
Q_DECLARE_METATYPE(Transition)

namespace {

constexpr std::array allStates{JobState::Waiting,
                               JobState::Running,
                               JobState::Paused,
                               JobState::RetryWait,
                               JobState::Blocked,
                               JobState::NeedsToken,
                               JobState::Stopping,
                               JobState::Done,
                               JobState::Failed,
                               JobState::Cancelled,
                               JobState::Skipped,
                               JobState::Interrupted};

const Error networkError{ErrorCode::Network, u"cut"_s};

} // namespace

class TestJobTransitions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAllowedMovesAreMade_data();
    void onlyAllowedMovesAreMade();
    void refusedTransitionLeavesTheStateAlone_data() { onlyAllowedMovesAreMade_data(); }
    void refusedTransitionLeavesTheStateAlone();
    void advancedJobHasTheProgressOfItsFinishedStage();
    void advancedJobNeverLosesProgress();
};

void TestJobTransitions::onlyAllowedMovesAreMade_data()
{
    QTest::addColumn<Transition>("transition");
    QTest::newRow("claim") << Transition([](auto &r) { return claimFor(r, u"w"_s, 2, 1); });
    QTest::newRow("advance") << Transition(
        [](auto &r) { return advanceTo(r, Stage::Process, {}); });
    QTest::newRow("done") << Transition([](auto &r) { return completeAs(r, JobState::Done); });
    QTest::newRow("skipped") << Transition(
        [](auto &r) { return completeAs(r, JobState::Skipped); });
    QTest::newRow("running is no end")
        << Transition([](auto &r) { return completeAs(r, JobState::Running); });
    QTest::newRow("fail") << Transition([](auto &r) { return failWith(r, networkError, 0); });
    QTest::newRow("retry later") << Transition(
        [](auto &r) { return failWith(r, networkError, 9); });
    QTest::newRow("cancel") << Transition([](auto &r) { return moveToCancelled(r); });
    QTest::newRow("cancel or stop") << Transition([](auto &r) { return cancelOrStop(r); });
    QTest::newRow("block") << Transition([](auto &r) { return blockUntil(r, networkError, 9); });
    QTest::newRow("put back") << Transition([](auto &r) { return putBack(r); });
    QTest::newRow("send back") << Transition(
        [](auto &r) { return sendBackTo(r, Stage::Download); });
    QTest::newRow("start over") << Transition([](auto &r) { return startOver(r); });
}

void TestJobTransitions::onlyAllowedMovesAreMade()
{
    QFETCH(Transition, transition);
    for (const JobState from : allStates) {
        JobRecord record{.job = {.state = from}};
        const bool isMoved = transition(record);
        if (isMoved)
            QVERIFY2(canMove(from, record.job.state), qPrintable(stateName(from)));
    }
}

void TestJobTransitions::refusedTransitionLeavesTheStateAlone()
{
    QFETCH(Transition, transition);
    int refused = 0;
    for (const JobState from : allStates) {
        JobRecord record{.job = {.state = from}};
        if (transition(record))
            continue;
        ++refused;
        QCOMPARE(record.job.state, from);
        QCOMPARE(record.job.attempts, 0);
        QVERIFY(!record.job.error);
    }
    QVERIFY(refused > 0);
}

void TestJobTransitions::advancedJobHasTheProgressOfItsFinishedStage()
{
    using Phase = StepProgress::Phase;
    JobRecord record{.job
                     = {.request = {.source = {u"b"_s, u"o"_s}, .targetFolder = {u"b"_s, u"f"_s}},
                        .state = JobState::Running}};

    QVERIFY(advanceTo(record, Stage::Process, {}));

    QCOMPARE(record.job.progress, overallProgress(record.job.request, {Phase::Downloading, 1, 1}));
    QVERIFY(record.job.progress > 0);
}

void TestJobTransitions::advancedJobNeverLosesProgress()
{
    JobRecord record{.job = {.state = JobState::Running, .progress = 99}};

    QVERIFY(advanceTo(record, Stage::Process, {}));

    QCOMPARE(record.job.progress, 99.0);
}

QTEST_GUILESS_MAIN(TestJobTransitions)
#include "tst_jobtransitions.moc"
