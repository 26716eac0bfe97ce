// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QJsonObject toJson(const Location &location)
{
    return {{u"bucket"_s, location.bucket}, {u"path"_s, location.path}};
}

Location locationFromJson(const QJsonObject &json)
{
    return {json.value(u"bucket").toString(), json.value(u"path").toString()};
}

} // namespace

QJsonObject toJson(const JobRequest &request)
{
    return {{u"source"_s, toJson(request.source)},
            {u"target"_s, toJson(request.targetFolder)},
            {u"options"_s, optionsToJson(request.options)},
            {u"submitter"_s, request.submitter}};
}

Result<JobRequest> requestFromJson(const QJsonObject &json)
{
    const Result<ConversionOptions> options = optionsFromJson(json.value(u"options").toObject());
    if (!options)
        return options.error();
    return JobRequest{.source = locationFromJson(json.value(u"source").toObject()),
                      .targetFolder = locationFromJson(json.value(u"target").toObject()),
                      .options = *options,
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
    return QDateTime::fromMSecsSinceEpoch(utcMilliseconds).toUTC().toString(Qt::ISODateWithMs);
}

} // namespace createzoom
