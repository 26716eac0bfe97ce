// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stateCount = static_cast<int>(JobState::Interrupted) + 1;

QList<JobState> allStates()
{
    QList<JobState> states;
    for (int i = 0; i < stateCount; ++i)
        states << static_cast<JobState>(i);
    return states;
}

const Location object{u"b"_s, u"o"_s};
const Location file{{}, u"/f"_s};

} // namespace

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesAreThoseOfTheTable_data();
    void movesAreThoseOfTheTable();
    void namesAreThoseOfTheApi_data();
    void namesAreThoseOfTheApi();
    void unknownNamesAreNothing();
    void stagesFollowTheRequest_data();
    void stagesFollowTheRequest();
    void progressNeverFallsOverAJob_data() { stagesFollowTheRequest_data(); }
    void progressNeverFallsOverAJob();
    void progressStaysWithinItsPhase();
};

void TestJob::movesAreThoseOfTheTable_data()
{
    using enum JobState;
    QTest::addColumn<JobState>("from");
    QTest::addColumn<QList<JobState>>("to");
    using L = QList<JobState>;
    QTest::newRow("waiting") << Waiting << L{Running, Paused, NeedsToken, Failed, Cancelled};
    QTest::newRow("running") << Running
                             << L{Waiting,
                                  Running,
                                  RetryWait,
                                  Blocked,
                                  Paused,
                                  Stopping,
                                  Done,
                                  Failed,
                                  Cancelled,
                                  Skipped,
                                  Interrupted};
    QTest::newRow("paused") << Paused << L{Waiting, Cancelled};
    QTest::newRow("retry_wait") << RetryWait << L{Waiting, Running, Paused, Failed, Cancelled};
    QTest::newRow("blocked") << Blocked << L{Waiting, Running, Paused, Cancelled};
    QTest::newRow("needs_token") << NeedsToken << L{Waiting, Cancelled};
    QTest::newRow("stopping") << Stopping << L{Done, Cancelled, Skipped};
    QTest::newRow("done") << Done << L{Waiting};
    QTest::newRow("failed") << Failed << L{Waiting};
    QTest::newRow("cancelled") << Cancelled << L{Waiting};
    QTest::newRow("skipped") << Skipped << L{Waiting};
    QTest::newRow("interrupted") << Interrupted << L{Waiting, Cancelled};
}

void TestJob::movesAreThoseOfTheTable()
{
    QFETCH(JobState, from);
    QFETCH(QList<JobState>, to);

    for (const JobState state : allStates())
        QVERIFY2(canMove(from, state) == to.contains(state), qPrintable(stateName(state)));
}

void TestJob::namesAreThoseOfTheApi_data()
{
    using enum JobState;
    QTest::addColumn<JobState>("state");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isEnd");
    QTest::newRow("waiting") << Waiting << u"waiting"_s << false;
    QTest::newRow("running") << Running << u"running"_s << false;
    QTest::newRow("paused") << Paused << u"paused"_s << false;
    QTest::newRow("retry_wait") << RetryWait << u"retry_wait"_s << false;
    QTest::newRow("blocked") << Blocked << u"blocked"_s << false;
    QTest::newRow("needs_token") << NeedsToken << u"needs_token"_s << false;
    QTest::newRow("stopping") << Stopping << u"stopping"_s << false;
    QTest::newRow("done") << Done << u"done"_s << true;
    QTest::newRow("failed") << Failed << u"failed"_s << true;
    QTest::newRow("cancelled") << Cancelled << u"cancelled"_s << true;
    QTest::newRow("skipped") << Skipped << u"skipped"_s << true;
    QTest::newRow("interrupted") << Interrupted << u"interrupted"_s << false;
}

void TestJob::namesAreThoseOfTheApi()
{
    QFETCH(JobState, state);
    QFETCH(QString, name);
    QFETCH(bool, isEnd);

    QCOMPARE(stateName(state), name);
    QCOMPARE(stateFromName(name), std::optional(state));
    QCOMPARE(isTerminal(state), isEnd);
}

void TestJob::unknownNamesAreNothing()
{
    QVERIFY(!stateFromName(u"Waiting"));
    QVERIFY(!stateFromName(u""));
    QVERIFY(!stageFromName(u"convert"));
    QVERIFY(!phaseFromName(u"compressing"));
    for (const Stage stage : {Stage::Download, Stage::Process, Stage::Upload})
        QCOMPARE(stageFromName(stageName(stage)), std::optional(stage));
    for (int i = 0; i <= static_cast<int>(StepProgress::Phase::Uploading); ++i) {
        const auto phase = static_cast<StepProgress::Phase>(i);
        QCOMPARE(phaseFromName(phaseName(phase)), std::optional(phase));
    }
}

void TestJob::stagesFollowTheRequest_data()
{
    using enum Stage;
    QTest::addColumn<Location>("source");
    QTest::addColumn<Location>("target");
    QTest::addColumn<QList<Stage>>("stages");
    QTest::newRow("bucket to bucket")
        << object << object << QList<Stage>{Download, Process, Upload};
    QTest::newRow("local to bucket") << file << object << QList<Stage>{Process, Upload};
    QTest::newRow("bucket to local") << object << file << QList<Stage>{Download, Process};
    QTest::newRow("local to local") << file << file << QList<Stage>{Process};
}

void TestJob::stagesFollowTheRequest()
{
    QFETCH(Location, source);
    QFETCH(Location, target);
    QFETCH(QList<Stage>, stages);
    const JobRequest request{.source = source, .targetFolder = target};

    QList<Stage> seen;
    for (std::optional<Stage> stage = firstStage(request); stage;
         stage = nextStage(request, *stage))
        seen << *stage;

    QCOMPARE(seen, stages);
}

void TestJob::progressNeverFallsOverAJob()
{
    using Phase = StepProgress::Phase;
    QFETCH(Location, source);
    QFETCH(Location, target);
    QFETCH(QList<Stage>, stages);
    const JobRequest request{.source = source, .targetFolder = target};
    QList<Phase> phases{Phase::Checking};
    if (stages.contains(Stage::Download))
        phases << Phase::Downloading;
    phases << Phase::Pyramid << Phase::Packing;
    if (stages.contains(Stage::Upload))
        phases << Phase::Uploading;

    double last = 0;
    for (const Phase phase : phases) {
        for (int done = 0; done <= 10; ++done) {
            const double now = overallProgress(request, {phase, done, 10});
            QVERIFY2(now >= last, qPrintable(phaseName(phase)));
            QVERIFY(now <= 100);
            last = now;
        }
    }
    QVERIFY(last >= 85);
}

void TestJob::progressStaysWithinItsPhase()
{
    using Phase = StepProgress::Phase;
    const JobRequest request{.source = object, .targetFolder = object};
    const double begin = overallProgress(request, {Phase::Pyramid, 0, 10});
    const double end = overallProgress(request, {Phase::Pyramid, 10, 10});

    QVERIFY(end - begin >= 50); // the pyramid is most of the work
    QCOMPARE(overallProgress(request, {Phase::Pyramid, 20, 10}), end);
    QCOMPARE(overallProgress(request, {Phase::Pyramid, -5, 10}), begin);
    QCOMPARE(overallProgress(request, {Phase::Pyramid, 5, 0}), begin);
    QCOMPARE(overallProgress(request, {Phase::Uploading, 1, 1}), 100.0);
}

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
