// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacytask.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;
using Phase = StepProgress::Phase;

namespace {

Job sampleJob()
{
    return {.id = u"1"_s,
            .request = {.source = {u"b1"_s, u"in/h4k.tif"_s}, .targetFolder = {u"b1"_s, u"out"_s}},
            .createdAt = 1'795'000'000'123,
            .updatedAt = 1'795'000'001'000};
}

QJsonObject taskOf(const Job &job, const QString &failureWord = u"failed"_s)
{
    return QJsonDocument::fromJson(legacyTask(job, failureWord)).object();
}

} // namespace

class TestLegacyTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsWords_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("currentStep");
        const auto row = [](JobState state,
                            Stage stage,
                            Phase phase,
                            const QString &status,
                            const QString &step) {
            const QString name
                = stateName(state) + u' ' + stageName(stage) + u' ' + phaseName(phase);
            QTest::newRow(qPrintable(name)) << state << stage << phase << status << step;
        };
        for (const JobState state : {JobState::Waiting,
                                     JobState::Paused,
                                     JobState::RetryWait,
                                     JobState::Blocked,
                                     JobState::NeedsToken,
                                     JobState::Interrupted}) {
            row(state, Stage::Download, Phase::Checking, u"queued"_s, u"queued_for_download"_s);
            row(state, Stage::Process, Phase::Downloading, u"queued"_s, u"downloaded"_s);
            row(state, Stage::Upload, Phase::Packing, u"queued"_s, u"processed"_s);
        }
        for (const JobState state : {JobState::Running, JobState::Stopping}) {
            row(state, Stage::Download, Phase::Checking, u"processing"_s, u"downloading"_s);
            row(state, Stage::Download, Phase::Downloading, u"processing"_s, u"downloading"_s);
            row(state, Stage::Process, Phase::Downloading, u"processing"_s, u"creating_deepzoom"_s);
            row(state, Stage::Process, Phase::Pyramid, u"processing"_s, u"creating_deepzoom"_s);
            row(state, Stage::Process, Phase::Packing, u"processing"_s, u"compressing"_s);
            row(state, Stage::Upload, Phase::Packing, u"processing"_s, u"uploading"_s);
            row(state, Stage::Upload, Phase::Uploading, u"processing"_s, u"uploading"_s);
        }
        row(JobState::Done, Stage::Upload, Phase::Uploading, u"completed"_s, u"completed"_s);
        row(JobState::Skipped, Stage::Download, Phase::Checking, u"completed"_s, u"completed"_s);
        for (const JobState state : {JobState::Failed, JobState::Cancelled}) {
            row(state, Stage::Download, Phase::Checking, u"failed"_s, u"download_failed"_s);
            row(state, Stage::Process, Phase::Pyramid, u"failed"_s, u"processing_failed"_s);
            row(state, Stage::Upload, Phase::Uploading, u"failed"_s, u"upload_failed"_s);
        }
    }

    void everyStateHasItsWords()
    {
        QFETCH(JobState, state);
        QFETCH(Stage, stage);
        QFETCH(Phase, phase);
        QFETCH(QString, status);
        QFETCH(QString, currentStep);
        Job job = sampleJob();
        job.state = state;
        job.stage = stage;
        job.step.phase = phase;

        const QJsonObject task = taskOf(job);

        QCOMPARE(task.value(u"status").toString(), status);
        QCOMPARE(task.value(u"current_step").toString(), currentStep);
        QVERIFY(!task.value(u"step_details").toObject().value(u"message").toString().isEmpty());
        QCOMPARE(task.value(u"error").isNull(), status != u"failed");
        QVERIFY(task.value(u"progress").isDouble());
    }

    void aFinishedTaskIsLikeTheServiceReplaced()
    {
        Job job = sampleJob();
        job.state = JobState::Done;
        job.stage = Stage::Upload;
        job.progress = 99.9;
        job.result = u"Uploaded to b1/out/h4k.tif.dzip"_s;

        const QJsonObject task = taskOf(job);

        QCOMPARE(task.value(u"path"), u"b1/in/h4k.tif"_s);
        QCOMPARE(task.value(u"target_path"), u"b1/out"_s);
        QCOMPARE(task.value(u"progress"), 100);
        QCOMPARE(task.value(u"result"), u"Uploaded to b1/out/h4k.tif.dzip"_s);
        QCOMPARE(task.value(u"step_details").toObject(),
                 (QJsonObject{{u"message"_s, u"Task completed successfully"_s}}));
        const QDateTime created
            = QDateTime::fromString(task.value(u"created_at").toString(), Qt::ISODateWithMs);
        QCOMPARE(created.toMSecsSinceEpoch(), job.createdAt);
        QCOMPARE(created.offsetFromUtc(), 0);
        QVERIFY(created.timeSpec() != Qt::LocalTime);
    }

    void aFailureSaysWhyInTheChosenWord()
    {
        Job job = sampleJob();
        job.state = JobState::Failed;
        job.progress = 5.04;
        job.error = Error{ErrorCode::NotFound, u"There is no such object"_s, u"server path"_s};

        const QJsonObject task = taskOf(job, u"error"_s);

        QCOMPARE(task.value(u"status"), u"error"_s);
        QCOMPARE(task.value(u"error"), u"There is no such object"_s);
        QCOMPARE(task.value(u"step_details").toObject().value(u"message"),
                 u"Download failed: There is no such object"_s);
        QCOMPARE(task.value(u"progress"), 5);
        QVERIFY(task.value(u"result").isNull());
    }

    void aTokenInAnErrorIsMasked()
    {
        Job job = sampleJob();
        job.state = JobState::Failed;
        job.error = Error{ErrorCode::Network,
                          u"Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl refused"_s};

        QVERIFY(!legacyTask(job, u"failed"_s).contains("eyJ"));
    }

    void aDownloadTellsItsBytes()
    {
        Job job = sampleJob();
        job.state = JobState::Running;
        job.step = {.phase = Phase::Downloading, .done = 20, .total = 100};

        const QJsonObject expected{{u"message"_s, u"Downloading... 20%"_s},
                                   {u"file"_s, u"h4k.tif"_s},
                                   {u"downloaded"_s, 20},
                                   {u"total"_s, 100}};
        QCOMPARE(taskOf(job).value(u"step_details").toObject(), expected);
    }

    void aRetryTellsItsReason()
    {
        Job job = sampleJob();
        job.state = JobState::RetryWait;
        job.error = Error{ErrorCode::Network, u"The connection was cut"_s};

        const QJsonObject task = taskOf(job);

        QCOMPARE(task.value(u"step_details").toObject().value(u"message"),
                 u"Waiting to try again: The connection was cut"_s);
        QVERIFY(task.value(u"error").isNull());
    }

    void aBucketsRootHasNoSlash()
    {
        Job job = sampleJob();
        job.request.targetFolder = {u"b1"_s, QString()};

        QCOMPARE(taskOf(job).value(u"target_path"), u"b1"_s);
    }
};

QTEST_APPLESS_MAIN(TestLegacyTask)
#include "tst_legacytask.moc"
