// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisrow.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/jobtransitions.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QJsonArray arrayFrom(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).array();
}

QByteArray textOf(qint64 number)
{
    return number == 0 ? QByteArray() : QByteArray::number(number);
}

QByteArray textOf(double number)
{
    return number == 0 ? QByteArray() : exactDecimal(number);
}

QByteArray textOf(const QJsonObject &json)
{
    return json.isEmpty() ? QByteArray() : jsonBytes(json);
}

QByteArray textOf(const QJsonArray &json)
{
    return json.isEmpty() ? QByteArray() : QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Of the options only what is not as always.
QJsonObject changedOptions(const ConversionOptions &options)
{
    const QJsonObject usual = optionsToJson(ConversionOptions{});
    QJsonObject changed = optionsToJson(options);
    for (auto option = usual.begin(); option != usual.end(); ++option) {
        if (changed.value(option.key()) == option.value())
            changed.remove(option.key());
    }
    return changed;
}

/// A path goes into fields of at most 64 bytes, all but the last, which takes what is left.
constexpr int pathFields = 4;
constexpr qsizetype packedSize = 64;

QByteArray pathField(const QByteArray &name, int number)
{
    return number == 0 ? name : name + '_' + QByteArray::number(number);
}

void putPath(RedisFields &fields, const QByteArray &name, const QString &path)
{
    QByteArray rest = path.toUtf8();
    for (int i = 0; i < pathFields; ++i) {
        const qsizetype size = i + 1 == pathFields ? rest.size() : packedSize;
        fields.insert(pathField(name, i), rest.left(size));
        rest = rest.mid(size);
    }
}

QString pathFrom(const RedisFields &fields, const QByteArray &name)
{
    QByteArray path;
    for (int i = 0; i < pathFields; ++i)
        path += fields.value(pathField(name, i));
    return QString::fromUtf8(path);
}

Result<JobRequest> requestFrom(const RedisFields &fields)
{
    const auto text = [&](const char *name) {
        return QString::fromUtf8(fields.value(name));
    };
    const Result<ConversionOptions> options = optionsFromJson(jsonObject(fields.value("options")));
    const std::optional<Origin> origin = originFromName(text("origin"));
    if (!options || !origin)
        return Error{ErrorCode::Internal, {}};
    return JobRequest{.source = {text("source_bucket"), pathFrom(fields, "source_path")},
                      .targetFolder = {text("target_bucket"), pathFrom(fields, "target_path")},
                      .options = *options,
                      .origin = *origin,
                      .submitter = text("submitter")};
}

} // namespace

RedisRow rowFrom(const RespValue &value)
{
    RedisRow row{.id = value.at(0).text, .leaseUntil = value.at(2).integer()};
    const QList<RespValue> pairs = value.at(1).items;
    for (qsizetype i = 0; i + 1 < pairs.size(); i += 2)
        row.fields.insert(pairs[i].text, pairs[i + 1].text);
    return row;
}

Result<JobRecord> recordFrom(const RedisRow &row)
{
    const auto text = [&](const char *name) {
        return row.fields.value(name);
    };
    const auto number = [&](const char *name) {
        return row.fields.value(name).toLongLong();
    };
    const QString id = QString::fromUtf8(row.id);
    const Result<JobRequest> request = requestFrom(row.fields);
    const std::optional<JobState> state = stateFromName(QString::fromLatin1(text("state")));
    const std::optional<Stage> stage = stageFromName(QString::fromLatin1(text("stage")));
    if (!request || !state || !stage)
        return Error{ErrorCode::Internal, u"The job store holds a job that cannot be read"_s, id};
    JobRecord record{
        .job = {.id = id,
                .request = *request,
                .state = *state,
                .stage = *stage,
                .step = stepFromJson(jsonObject(text("step"))),
                .progress = text("progress").toDouble(),
                .result = QString::fromUtf8(text("result")),
                .error = errorFromJson(jsonObject(text("error"))),
                .warnings = QVariant(arrayFrom(text("warnings")).toVariantList()).toStringList(),
                .artifact = artifactFromJson(jsonObject(text("artifact"))),
                .attempts = static_cast<int>(number("attempts")),
                .crashes = static_cast<int>(number("crashes")),
                .epoch = number("epoch"),
                .worker = QString::fromUtf8(text("worker")),
                .node = QString::fromUtf8(text("node")),
                .createdAt = number("created_at"),
                .updatedAt
                = row.fields.contains("updated_at") ? number("updated_at") : number("created_at"),
                .startedAt = number("started_at"),
                .endedAt = number("ended_at"),
                .readyAt = number("ready_at"),
                .place = text("place").toDouble(),
                .pauseWanted = row.fields.contains("pause_wanted"),
                .facts = factsFromJson(jsonObject(text("facts"))),
                .steps = stepRecordsFromJson(arrayFrom(text("steps"))),
                .revision = number("revision")},
        .leaseUntil = row.leaseUntil,
    };
    record.job.artifact.node = QString::fromUtf8(text("holder"));
    if (isHeld(*state))
        beginStep(record.job, number("claimed_at"));
    return record;
}

RedisFields fieldsOf(const JobRequest &request)
{
    RedisFields fields{{"source_bucket", request.source.bucket.toUtf8()},
                       {"target_bucket", request.targetFolder.bucket.toUtf8()},
                       {"options", textOf(changedOptions(request.options))},
                       {"origin", originName(request.origin).toLatin1()},
                       {"submitter", request.submitter.toUtf8()}};
    putPath(fields, "source_path", request.source.path);
    putPath(fields, "target_path", request.targetFolder.path);
    return fields;
}

RedisFields fieldsOf(const JobRecord &record)
{
    const Job &job = record.job;
    QList<StepRecord> closed = job.steps;
    if (isHeld(job.state))
        closed.removeLast();
    return {{"state", stateName(job.state).toLatin1()},
            {"stage", stageName(job.stage).toLatin1()},
            {"step", job.step == StepProgress{} ? QByteArray() : textOf(toJson(job.step))},
            {"progress", textOf(job.progress)},
            {"result", job.result.toUtf8()},
            {"error", textOf(toJson(job.error))},
            {"warnings", textOf(QJsonArray::fromStringList(job.warnings))},
            {"artifact", job.artifact == Artifact{} ? QByteArray() : textOf(toJson(job.artifact))},
            {"attempts", textOf(qint64{job.attempts})},
            {"crashes", textOf(qint64{job.crashes})},
            {"epoch", textOf(job.epoch)},
            {"worker", job.worker.toUtf8()},
            {"updated_at", textOf(job.updatedAt)},
            {"started_at", textOf(job.startedAt)},
            {"ended_at", textOf(job.endedAt)},
            {"ready_at", textOf(job.readyAt)},
            {"place", textOf(job.place)},
            {"pause_wanted", job.pauseWanted ? "1"_ba : QByteArray()},
            {"facts", textOf(toJson(job.facts))},
            {"steps", textOf(toJson(closed))}};
}

} // namespace createzoom
