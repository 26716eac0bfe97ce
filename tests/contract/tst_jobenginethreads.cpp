// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine must hold when many threads use it: each job once, no wake-up missed.
#include "tests/contract/enginetest.h"

#include <QSet>
#include <QTest>

#include <future>
#include <latch>
#include <mutex>
#include <thread>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int threadCount = 4;
/// Longer than any claim of these tests waits when nothing is wrong.
constexpr auto longWait = 60s;

using MaybeClaim = Result<std::optional<Claim>>;

} // namespace

class TestJobEngineThreads : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachJobIsClaimedOnce();
    void jobsSubmittedAtOnceAreAllAccepted();
    void oneKeySubmittedAtOnceIsOneJob();
    void waitingClaimTakesAJobThatArrives();
    void waitingClaimTakesAJobThatAdvances();
    void waitingClaimTakesAJobThatIsReleased();
    void waitingDownloadStartsWhenAnImageIsTakenUp();
    void waitingClaimEndsWhenStopped();
    void claimGivesUpAfterItsWait();
    void threadsMayComeAndGo();

private:
    std::future<MaybeClaim> claimInThread(const QList<Stage> &stages, std::stop_token stop = {});
};

std::future<MaybeClaim> TestJobEngineThreads::claimInThread(const QList<Stage> &stages,
                                                            std::stop_token stop)
{
    return std::async(std::launch::async, [this, stages, stop] {
        return f->engine->claim(stages, u"thread"_s, longWait, stop);
    });
}

void TestJobEngineThreads::eachJobIsClaimedOnce()
{
    constexpr int jobCount = 500;
    for (int i = 0; i < jobCount; ++i)
        f->submit(localRequest());
    std::mutex mutex;
    QStringList claimed;
    QStringList troubles;
    const auto work = [&](int number) {
        const QString worker = QString::number(number);
        for (;;) {
            const MaybeClaim claim = f->engine->claim({Stage::Process}, worker, 0ms);
            const std::scoped_lock lock(mutex);
            if (!claim)
                troubles << claim.error().message;
            if (!claim || !*claim)
                return;
            claimed << (*claim)->jobId;
        }
    };

    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < threadCount; ++i)
            threads.emplace_back(work, i);
    }

    QCOMPARE(troubles, QStringList());
    QCOMPARE(claimed.size(), jobCount);
    QCOMPARE(QSet<QString>(claimed.begin(), claimed.end()).size(), jobCount);
}

void TestJobEngineThreads::jobsSubmittedAtOnceAreAllAccepted()
{
    constexpr int jobsOfEach = 50;
    std::atomic<int> accepted = 0;
    const auto work = [&](int number) {
        for (int i = 0; i < jobsOfEach; ++i) {
            const QString id = u"%1-%2"_s.arg(number).arg(i);
            const Result<Submitted> outcome = f->engine->submit({id, bucketRequest(), "t"});
            if (outcome && outcome->outcome == Submitted::Outcome::Accepted && outcome->id == id)
                ++accepted;
        }
    };

    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < threadCount; ++i)
            threads.emplace_back(work, i);
    }

    QCOMPARE(accepted.load(), threadCount * jobsOfEach);
    QCOMPARE(valueOf(f->engine->stats()).waiting, threadCount * jobsOfEach);
}

void TestJobEngineThreads::oneKeySubmittedAtOnceIsOneJob()
{
    const IdempotencyKey key{u"k"_s, u"hash"_s};
    std::latch start(threadCount);
    std::vector<std::future<Result<Submitted>>> outcomes;
    for (int i = 0; i < threadCount; ++i) {
        outcomes.push_back(std::async(std::launch::async, [&, i] {
            start.arrive_and_wait();
            return f->engine->submit({QString::number(i), bucketRequest(), "t", {}, key});
        }));
    }

    QSet<QString> ids;
    int accepted = 0;
    for (auto &outcome : outcomes) {
        const Submitted submitted = valueOf(outcome.get());
        ids << submitted.id;
        accepted += submitted.outcome == Submitted::Outcome::Accepted ? 1 : 0;
    }

    QCOMPARE(accepted, 1);
    QCOMPARE(ids.size(), 1);
    QCOMPARE(valueOf(f->engine->stats()).waiting, 1);
}

void TestJobEngineThreads::waitingClaimTakesAJobThatArrives()
{
    std::future<MaybeClaim> claim = claimInThread({Stage::Download});

    const QString id = f->submit();

    const std::optional<Claim> taken = valueOf(claim.get());
    QVERIFY(taken);
    QCOMPARE(taken->jobId, id);
}

void TestJobEngineThreads::waitingClaimTakesAJobThatAdvances()
{
    const QString id = f->submit();
    std::future<MaybeClaim> claim = claimInThread({Stage::Process});

    valueOf(f->engine->advance(f->claim(), Stage::Process, {}));

    const std::optional<Claim> taken = valueOf(claim.get());
    QVERIFY(taken);
    QCOMPARE(taken->jobId, id);
}

void TestJobEngineThreads::waitingClaimTakesAJobThatIsReleased()
{
    const QString id = f->submit();
    const Claim first = f->claim();
    std::future<MaybeClaim> claim = claimInThread(allStages);

    valueOf(f->engine->release(first));

    const std::optional<Claim> taken = valueOf(claim.get());
    QVERIFY(taken);
    QCOMPARE(taken->jobId, id);
}

void TestJobEngineThreads::waitingDownloadStartsWhenAnImageIsTakenUp()
{
    QFETCH_GLOBAL(EngineBackend, backend);
    f = std::make_unique<EngineFixture>(backend, EngineLimits{.downloadsAhead = 1});
    f->submit();
    const QString second = f->submit();
    const Claim first = f->claim();
    valueOf(f->engine->advance(first, Stage::Process, {.path = u"p"_s}));
    std::future<MaybeClaim> claim = claimInThread({Stage::Download});

    QVERIFY(f->tryClaim({Stage::Process}));

    const std::optional<Claim> taken = valueOf(claim.get());
    QVERIFY(taken);
    QCOMPARE(taken->jobId, second);
}

void TestJobEngineThreads::waitingClaimEndsWhenStopped()
{
    std::stop_source stop;
    std::future<MaybeClaim> claim = claimInThread(allStages, stop.get_token());

    stop.request_stop();

    QVERIFY(!valueOf(claim.get()));
}

void TestJobEngineThreads::claimGivesUpAfterItsWait()
{
    QVERIFY(!valueOf(f->engine->claim(allStages, u"w"_s, 20ms)));
}

void TestJobEngineThreads::threadsMayComeAndGo()
{
    const QString id = f->submit();
    std::atomic<int> found = 0;
    const auto look = [&] {
        const Result<std::optional<Job>> job = f->engine->get(id);
        found += job && *job ? 1 : 0;
    };
    for (int i = 0; i < 50; ++i)
        std::jthread(look).join();
    // One that is still there when the engine goes.
    std::latch isUsed(1);
    std::latch isClosed(1);
    std::jthread lingering([&] {
        look();
        isUsed.count_down();
        isClosed.wait();
    });
    isUsed.wait();

    f->reopen();
    isClosed.count_down();

    QCOMPARE(found.load(), 51);
    QCOMPARE(f->job(id).id, id);
}

QTEST_GUILESS_MAIN(TestJobEngineThreads)
#include "tst_jobenginethreads.moc"
