// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/workerpool.h"
#include "tests/support/enginestub.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using std::chrono::milliseconds;

namespace {

/// Has local jobs without end.
class EndlessEngine final : public tests::EngineStub
{
public:
    Result<std::optional<Claim>>
    claim(const QList<Stage> &stages, const QString &, milliseconds, std::stop_token) override
    {
        const qint64 number = ++m_claims;
        return std::optional(Claim{
            .jobId = u"j%1"_s.arg(number),
            .epoch = 1,
            .stage = stages.first(),
            .request = {.source = {{}, u"/images/a.tif"_s}, .targetFolder = {{}, u"/archives"_s}}});
    }
    Result<Beat> beat(const Claim &, const std::optional<StepProgress> &) override
    {
        return Beat::Ok;
    }
    Result<Fence> complete(const Claim &, const QString &, const QStringList &, JobState) override
    {
        return Fence::Ok;
    }
    Result<Fence> release(const Claim &, const std::optional<Error> &, milliseconds) override
    {
        return Fence::Ok;
    }

private:
    std::atomic<qint64> m_claims = 0;
};

/// Each run takes until it is let go.
class HeldStage final : public StageRunner
{
public:
    std::atomic<int> begun = 0;
    std::atomic<int> running = 0;
    QSemaphore letGo{};

    Result<StageOutput>
    run(const Claim &, const Secret &, const QString &, const StepControl &) override
    {
        ++running;
        ++begun;
        letGo.acquire();
        --running;
        return StageOutput{.artifact = {.bytes = 7}, .result = u"made"_s};
    }
};

} // namespace

/// How many jobs a process works on at a time, changed while it works.
class TestConcurrency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itFollowsWhatIsAskedFor()
    {
        const QTemporaryDir folder;
        EndlessEngine engine;
        const Workspace workspace(folder.path());
        const SecretBox secrets
            = *SecretBox::fromKeys(Secret("k:" + QByteArray(32, 'x').toBase64()));
        HeldStage stage;
        StepMeter meter;
        WorkerPool pool({.engine = engine,
                         .secrets = secrets,
                         .workspace = workspace,
                         .random = [] { return 0.0; },
                         .meter = &meter},
                        u"w"_s,
                        {{Stage::Process, &stage, 1, std::chrono::minutes(1)}});
        QCOMPARE(pool.concurrency(), (QMap<Stage, int>{{Stage::Process, 1}}));
        QVERIFY(!pool.setConcurrency(Stage::Upload, 3));
        pool.start();
        QTRY_COMPARE(stage.running, 1);

        QVERIFY(pool.setConcurrency(Stage::Process, 3));
        QTRY_COMPARE(stage.running, 3);
        QCOMPARE(pool.busy(), 3);
        QCOMPARE(pool.concurrency().value(Stage::Process), 3);

        QVERIFY(pool.setConcurrency(Stage::Process, 1)); // what runs goes on
        QCOMPARE(stage.running, 3);
        stage.letGo.release(3);
        QTRY_COMPARE(stage.begun, 4); // one goes on with the next job
        QTRY_COMPARE(stage.running, 1);
        stage.letGo.release(1);
        QTRY_COMPARE(stage.begun, 5); // and alone
        QCOMPARE(stage.running, 1);

        QVERIFY(pool.setConcurrency(Stage::Process, 2)); // those who left may come back
        QTRY_COMPARE(stage.running, 2);
        QTRY_COMPARE(meter.totals().steps.value(Stage::Process).count, 4);

        stage.letGo.release(1000);
        pool.stop(milliseconds(0));
        const int before = stage.begun;
        QVERIFY(pool.setConcurrency(Stage::Process, 9)); // nobody begins after the end
        QCOMPARE(stage.begun, before);
        QCOMPARE(pool.busy(), 0);
    }
};

QTEST_GUILESS_MAIN(TestConcurrency)
#include "tst_concurrency.moc"
