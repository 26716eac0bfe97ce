// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jobrow.h"

#include "core/jobs/jobjson.h"
#include "core/storage/sqliteconnection.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// The columns of resources/sql/001_jobs.sql and 002_steering.sql, in their order.
enum Column {
    Sequence,
    Id,
    BucketJob,
    State,
    StageColumn,
    Request,
    Step,
    Progress,
    ResultText,
    ErrorColumn,
    Warnings,
    ArtifactColumn,
    Attempts,
    Crashes,
    Epoch,
    Worker,
    CreatedAt,
    UpdatedAt,
    StartedAt,
    EndedAt,
    ReadyAt,
    LeaseUntil,
    Revision,
    Place,
    PauseWanted,
    Facts,
    Steps,
};

QJsonObject objectAt(const SqlStatement &row, Column column)
{
    const QString text = row.value(column).toString();
    return text == u"{}" ? QJsonObject() : jsonObject(text.toUtf8());
}

QJsonArray arrayAt(const SqlStatement &row, Column column)
{
    const QString text = row.value(column).toString();
    return text == u"[]" ? QJsonArray() : QJsonDocument::fromJson(text.toUtf8()).array();
}

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(jsonBytes(json));
}

QString textOf(const QJsonArray &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString textOf(const QStringList &list)
{
    return textOf(QJsonArray::fromStringList(list));
}

} // namespace

Result<JobRecord> recordFrom(const SqlStatement &row)
{
    const QString id = row.value(Id).toString();
    const Result<JobRequest> request = requestFromJson(objectAt(row, Request));
    const std::optional<JobState> state = stateFromName(row.value(State).toString());
    const std::optional<Stage> stage = stageFromName(row.value(StageColumn).toString());
    if (!request || !state || !stage)
        return Error{ErrorCode::Internal, u"The job store holds a job that cannot be read"_s, id};
    return JobRecord{
        .job = {.id = id,
                .request = *request,
                .state = *state,
                .stage = *stage,
                .step = stepFromJson(objectAt(row, Step)),
                .progress = row.value(Progress).toDouble(),
                .result = row.value(ResultText).toString(),
                .error = errorFromJson(objectAt(row, ErrorColumn)),
                .warnings = QVariant(arrayAt(row, Warnings).toVariantList()).toStringList(),
                .artifact = artifactFromJson(objectAt(row, ArtifactColumn)),
                .attempts = row.value(Attempts).toInt(),
                .crashes = row.value(Crashes).toInt(),
                .epoch = row.value(Epoch).toLongLong(),
                .worker = row.value(Worker).toString(),
                .createdAt = row.value(CreatedAt).toLongLong(),
                .updatedAt = row.value(UpdatedAt).toLongLong(),
                .startedAt = row.value(StartedAt).toLongLong(),
                .endedAt = row.value(EndedAt).toLongLong(),
                .readyAt = row.value(ReadyAt).toLongLong(),
                .place = row.value(Place).toDouble(),
                .pauseWanted = row.value(PauseWanted).toBool(),
                .facts = factsFromJson(objectAt(row, Facts)),
                .steps = stepRecordsFromJson(arrayAt(row, Steps)),
                .revision = row.value(Revision).toLongLong()},
        .sequence = row.value(Sequence).toLongLong(),
        .leaseUntil = row.value(LeaseUntil).toLongLong(),
    };
}

void bindRecord(SqlStatement &statement, const JobRecord &record)
{
    const Job &job = record.job;
    statement.bind(u":id"_s, job.id)
        .bind(u":state"_s, stateName(job.state))
        .bind(u":stage"_s, stageName(job.stage))
        .bind(u":step"_s, textOf(toJson(job.step)))
        .bind(u":progress"_s, job.progress)
        .bind(u":result"_s, job.result.isNull() ? u""_s : job.result)
        .bind(u":error"_s, textOf(toJson(job.error)))
        .bind(u":warnings"_s, textOf(job.warnings))
        .bind(u":artifact"_s, textOf(toJson(job.artifact)))
        .bind(u":attempts"_s, job.attempts)
        .bind(u":crashes"_s, job.crashes)
        .bind(u":epoch"_s, job.epoch)
        .bind(u":worker"_s, job.worker.isNull() ? u""_s : job.worker)
        .bind(u":updated_at"_s, job.updatedAt)
        .bind(u":started_at"_s, job.startedAt)
        .bind(u":ended_at"_s, job.endedAt)
        .bind(u":ready_at"_s, job.readyAt)
        .bind(u":lease_until"_s, record.leaseUntil)
        .bind(u":revision"_s, job.revision)
        .bind(u":place"_s, job.place)
        .bind(u":pause_wanted"_s, job.pauseWanted)
        .bind(u":facts"_s, textOf(toJson(job.facts)))
        .bind(u":steps"_s, textOf(toJson(job.steps)));
}

} // namespace createzoom
