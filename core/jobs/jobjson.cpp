// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobjson.h"

#include "core/base/names.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QJsonObject toJson(const Location &location)
{
    return {{u"bucket"_s, location.bucket}, {u"path"_s, location.path}};
}

constexpr std::array origins{
    std::pair{Origin::Window, "window"},
    std::pair{Origin::Rest, "rest"},
    std::pair{Origin::WatchFolder, "watch_folder"},
};

/// Jobs of the first schema do not say it: those between buckets came by REST.
Origin originOf(const QString &name, const Location &source, const Location &target)
{
    if (const std::optional<Origin> origin = originFromName(name))
        return *origin;
    return source.isLocal() || target.isLocal() ? Origin::Window : Origin::Rest;
}

Location locationFromJson(const QJsonObject &json)
{
    return {json.value(u"bucket").toString(), json.value(u"path").toString()};
}

} // namespace

QString originName(Origin origin)
{
    return nameOf(origin, origins);
}

std::optional<Origin> originFromName(QStringView name)
{
    return valueNamed(name, origins);
}

QJsonObject toJson(const JobRequest &request)
{
    return {{u"source"_s, toJson(request.source)},
            {u"target"_s, toJson(request.targetFolder)},
            {u"options"_s, optionsToJson(request.options)},
            {u"origin"_s, originName(request.origin)},
            {u"submitter"_s, request.submitter}};
}

Result<JobRequest> requestFromJson(const QJsonObject &json)
{
    const Result<ConversionOptions> options = optionsFromJson(json.value(u"options").toObject());
    if (!options)
        return options.error();
    const Location source = locationFromJson(json.value(u"source").toObject());
    const Location target = locationFromJson(json.value(u"target").toObject());
    return JobRequest{.source = source,
                      .targetFolder = target,
                      .options = *options,
                      .origin = originOf(json.value(u"origin").toString(), source, target),
                      .submitter = json.value(u"submitter").toString()};
}

QJsonObject toJson(const Artifact &artifact)
{
    return {{u"path"_s, artifact.path},
            {u"bytes"_s, artifact.bytes},
            {u"md5"_s, artifact.md5},
            {u"warnings"_s, QJsonArray::fromStringList(artifact.warnings)}};
}

Artifact artifactFromJson(const QJsonObject &json)
{
    return {json.value(u"path").toString(),
            json.value(u"bytes").toInteger(),
            json.value(u"md5").toString(),
            json.value(u"warnings").toVariant().toStringList()};
}

QJsonObject toJson(const StepProgress &step)
{
    return {{u"phase"_s, phaseName(step.phase)},
            {u"done"_s, step.done},
            {u"total"_s, step.total},
            {u"message"_s, step.message}};
}

StepProgress stepFromJson(const QJsonObject &json)
{
    return {phaseFromName(json.value(u"phase").toString()).value_or(StepProgress::Phase::Checking),
            json.value(u"done").toInteger(),
            json.value(u"total").toInteger(),
            json.value(u"message").toString()};
}

QJsonObject toJson(const JobFacts &facts)
{
    if (facts == JobFacts{})
        return {};
    return {{u"source_bytes"_s, facts.sourceBytes},
            {u"archive_bytes"_s, facts.archiveBytes},
            {u"width"_s, facts.width},
            {u"height"_s, facts.height},
            {u"levels"_s, facts.levels},
            {u"tiles"_s, facts.tiles},
            {u"micrometres_per_pixel"_s, facts.micrometresPerPixel}};
}

JobFacts factsFromJson(const QJsonObject &json)
{
    return {.sourceBytes = json.value(u"source_bytes").toInteger(),
            .archiveBytes = json.value(u"archive_bytes").toInteger(),
            .width = json.value(u"width").toInt(),
            .height = json.value(u"height").toInt(),
            .levels = json.value(u"levels").toInt(),
            .tiles = json.value(u"tiles").toInteger(),
            .micrometresPerPixel = json.value(u"micrometres_per_pixel").toDouble()};
}

QJsonArray toJson(const QList<StepRecord> &steps)
{
    QJsonArray array;
    for (const StepRecord &step : steps) {
        QJsonObject json{{u"stage"_s, stageName(step.stage)},
                         {u"started"_s, step.startedAt},
                         {u"ended"_s, step.endedAt},
                         {u"bytes"_s, step.bytes}};
        if (step.error)
            json.insert(u"error"_s, toJson(step.error));
        array << json;
    }
    return array;
}

QList<StepRecord> stepRecordsFromJson(const QJsonArray &json)
{
    QList<StepRecord> steps;
    for (const QJsonValue &value : json) {
        const QJsonObject step = value.toObject();
        steps << StepRecord{
            .stage = stageFromName(step.value(u"stage").toString()).value_or(Stage::Process),
            .startedAt = step.value(u"started").toInteger(),
            .endedAt = step.value(u"ended").toInteger(),
            .bytes = step.value(u"bytes").toInteger(),
            .error = errorFromJson(step.value(u"error").toObject())};
    }
    return steps;
}

QJsonObject toJson(const std::optional<Error> &error)
{
    if (!error)
        return {};
    return {{u"code"_s, errorName(error->code)}, {u"message"_s, error->message}};
}

std::optional<Error> errorFromJson(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const ErrorCode code
        = errorCodeFromName(json.value(u"code").toString()).value_or(ErrorCode::Internal);
    return Error{code, json.value(u"message").toString()};
}

QByteArray jsonBytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject jsonObject(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

QString isoTime(qint64 utcMilliseconds)
{
    if (utcMilliseconds == 0)
        return {};
    // Not by way of local time: that looks for the zone's file each time. Qt 6.4 writes the zone
    // UTC as an offset, and its Qt::UTC is deprecated in later ones.
    return QDateTime::fromMSecsSinceEpoch(utcMilliseconds, QTimeZone::utc())
        .toUTC()
        .toString(Qt::ISODateWithMs);
}

} // namespace createzoom
