// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobwire.h"

#include "core/base/names.h"
#include "core/jobs/jobjson.h"
#include "core/jobs/pixelsize.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::array moves{std::pair{QueueMove::Up, "up"},
                           std::pair{QueueMove::Down, "down"},
                           std::pair{QueueMove::Top, "top"},
                           std::pair{QueueMove::Bottom, "bottom"}};

constexpr qsizetype longestWord = 40;

struct TimeRow
{
    const char *key;
    qint64 Job::*time;
};
constexpr std::array times{TimeRow{"created_at", &Job::createdAt},
                           TimeRow{"updated_at", &Job::updatedAt},
                           TimeRow{"started_at", &Job::startedAt},
                           TimeRow{"ended_at", &Job::endedAt},
                           TimeRow{"ready_at", &Job::readyAt}};

Error unusable(const QString &what)
{
    return {ErrorCode::RemoteFailure, u"The server's answer has no usable %1"_s.arg(what)};
}

QJsonValue timeToWire(qint64 time)
{
    return time == 0 ? QJsonValue() : QJsonValue(isoTime(time));
}

qint64 timeFromWire(const QJsonValue &json)
{
    const QDateTime time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QJsonValue knownNumber(qint64 number)
{
    return number == 0 ? QJsonValue() : QJsonValue(number);
}

QJsonValue knownNumber(double number)
{
    return number > 0 ? QJsonValue(number) : QJsonValue();
}

QJsonValue errorToWire(const std::optional<Error> &error, Audience audience)
{
    if (!error)
        return {};
    QJsonObject json{{u"code"_s, errorName(error->code)}, {u"message"_s, error->message}};
    if (error->retryAfter)
        json.insert(u"retry_after"_s, qint64{error->retryAfter->count()});
    if (audience == Audience::Admin && !error->detail.isEmpty())
        json.insert(u"detail"_s, error->detail);
    return json;
}

std::optional<Error> errorFromWire(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    Error error{errorCodeFromName(json.value(u"code").toString()).value_or(ErrorCode::Internal),
                json.value(u"message").toString(),
                json.value(u"detail").toString()};
    if (const QJsonValue delay = json.value(u"retry_after"); delay.isDouble())
        error.retryAfter = std::chrono::seconds(delay.toInteger());
    return error;
}

QJsonObject factsToWire(const JobFacts &facts)
{
    return {{u"source_bytes"_s, knownNumber(facts.sourceBytes)},
            {u"archive_bytes"_s, knownNumber(facts.archiveBytes)},
            {u"width"_s, knownNumber(qint64{facts.width})},
            {u"height"_s, knownNumber(qint64{facts.height})},
            {u"levels"_s, knownNumber(qint64{facts.levels})},
            {u"tiles"_s, knownNumber(facts.tiles)},
            {u"micrometres_per_pixel"_s, knownNumber(facts.micrometresPerPixel)}};
}

QJsonArray stepsToWire(const QList<StepRecord> &steps, Audience audience)
{
    QJsonArray json;
    for (const StepRecord &step : steps)
        json << QJsonObject{{u"stage"_s, stageName(step.stage)},
                            {u"started_at"_s, timeToWire(step.startedAt)},
                            {u"ended_at"_s, timeToWire(step.endedAt)},
                            {u"bytes"_s, knownNumber(step.bytes)},
                            {u"error"_s, errorToWire(step.error, audience)}};
    return json;
}

QList<StepRecord> stepsFromWire(const QJsonArray &json)
{
    QList<StepRecord> steps;
    for (const QJsonValue &step : json)
        steps << StepRecord{stageFromName(step[u"stage"].toString()).value_or(Stage::Process),
                            timeFromWire(step[u"started_at"]),
                            timeFromWire(step[u"ended_at"]),
                            step[u"bytes"].toInteger(),
                            errorFromWire(step[u"error"].toObject())};
    return steps;
}

QJsonObject placeToWire(const Location &location, Audience audience)
{
    const bool isHidden = location.isLocal() && audience != Audience::Admin;
    return toWire(isHidden ? Location{{}, location.path.section(u'/', -1)} : location);
}

QJsonValue artifactToWire(const Artifact &artifact)
{
    if (artifact.isEmpty())
        return {};
    QJsonObject json = toJson(artifact);
    json.insert(u"node"_s, artifact.node);
    return json;
}

Artifact artifactFromWire(const QJsonObject &json)
{
    Artifact artifact = artifactFromJson(json);
    artifact.node = json.value(u"node").toString();
    return artifact;
}

ConversionOptions optionsFromWire(const QJsonObject &json)
{
    ConversionOptions options;
    for (auto field = json.begin(); field != json.end(); ++field) {
        const QString text
            = field->isDouble() ? QString::number(field->toDouble(), 'g', 17) : field->toString();
        // An option that is not known here is one of a newer server.
        static_cast<void>(setOption(options, field.key(), text));
    }
    return options;
}

JobRequest requestFromWire(const QJsonObject &json)
{
    return {.source = locationFromWire(json.value(u"source").toObject()),
            .targetFolder = locationFromWire(json.value(u"target").toObject()),
            .options = optionsFromWire(json.value(u"options").toObject()),
            .origin = originFromName(json.value(u"origin").toString()).value_or(Origin::Rest),
            .submitter = json.value(u"submitter").toString()};
}

} // namespace

QJsonObject toWire(const Job &job, Audience audience)
{
    const bool isAdmin = audience == Audience::Admin;
    const bool isResultShown = isAdmin || !job.request.targetFolder.isLocal();
    QJsonObject json{{u"id"_s, job.id},
                     {u"source"_s, placeToWire(job.request.source, audience)},
                     {u"target"_s, placeToWire(job.request.targetFolder, audience)},
                     {u"options"_s, optionsToJson(job.request.options)},
                     {u"origin"_s, originName(job.request.origin)},
                     {u"state"_s, stateName(job.state)},
                     {u"stage"_s, stageName(job.stage)},
                     {u"step"_s, toJson(job.step)},
                     {u"progress"_s, job.progress},
                     {u"result"_s, isResultShown ? QJsonValue(job.result) : QJsonValue()},
                     {u"error"_s, errorToWire(job.error, audience)},
                     {u"warnings"_s, QJsonArray::fromStringList(job.warnings)},
                     {u"attempts"_s, job.attempts},
                     {u"crashes"_s, job.crashes},
                     {u"claims"_s, job.epoch},
                     {u"place"_s, job.place},
                     {u"pause_wanted"_s, job.pauseWanted},
                     {u"facts"_s, factsToWire(job.facts)},
                     {u"steps"_s, stepsToWire(job.steps, audience)},
                     {u"revision"_s, job.revision}};
    for (const TimeRow &row : times)
        json.insert(QLatin1String(row.key), timeToWire(job.*row.time));
    if (isAdmin) {
        json.insert(u"submitter"_s, job.request.submitter);
        json.insert(u"worker"_s, job.worker);
        json.insert(u"node"_s, job.node);
        json.insert(u"artifact"_s, artifactToWire(job.artifact));
    }
    return json;
}

Result<Job> jobFromWire(const QJsonObject &json)
{
    const QString stateWord = json.value(u"state").toString();
    const std::optional<JobState> state = stateFromName(stateWord);
    const QString id = json.value(u"id").toString();
    if (id.isEmpty() || stateWord.isEmpty())
        return unusable(u"job"_s);
    Job job{.id = id,
            .request = requestFromWire(json),
            .state = state.value_or(JobState::Stopping),
            .foreignState = state ? QString() : stateWord.left(longestWord),
            .stage = stageFromName(json.value(u"stage").toString()).value_or(Stage::Process),
            .step = stepFromJson(json.value(u"step").toObject()),
            .progress = json.value(u"progress").toDouble(),
            .result = json.value(u"result").toString(),
            .error = errorFromWire(json.value(u"error").toObject()),
            .warnings = json.value(u"warnings").toVariant().toStringList(),
            .artifact = artifactFromWire(json.value(u"artifact").toObject()),
            .attempts = json.value(u"attempts").toInt(),
            .crashes = json.value(u"crashes").toInt(),
            .epoch = json.value(u"claims").toInteger(),
            .worker = json.value(u"worker").toString(),
            .node = json.value(u"node").toString(),
            .place = json.value(u"place").toDouble(),
            .pauseWanted = json.value(u"pause_wanted").toBool(),
            .facts = factsFromJson(json.value(u"facts").toObject()),
            .steps = stepsFromWire(json.value(u"steps").toArray()),
            .revision = json.value(u"revision").toInteger()};
    for (const TimeRow &row : times)
        job.*row.time = timeFromWire(json.value(QLatin1String(row.key)));
    return job;
}

QStringList logToWire(QStringList lines, const Job &job, Audience audience)
{
    if (audience == Audience::Admin)
        return lines;
    QStringList folders;
    for (const Location &file : {job.request.source, job.request.target()}) {
        if (file.isLocal())
            folders << file.path.first(file.path.lastIndexOf(u'/') + 1);
    }
    // One may lie in the other.
    std::sort(folders.begin(), folders.end(), [](const QString &a, const QString &b) {
        return a.size() > b.size();
    });
    for (const QString &folder : std::as_const(folders)) {
        if (folder.size() > 1)
            lines.replaceInStrings(folder, QString());
    }
    return lines;
}

QJsonObject toWire(const Location &location)
{
    if (location.isLocal())
        return {{u"path"_s, location.path}};
    if (location.bucket == uploadBucket)
        return {{u"upload"_s, location.path}};
    const QString text = location.path.isEmpty() ? location.bucket : location.text();
    return {{u"bucket"_s, text}};
}

Location locationFromWire(const QJsonObject &json)
{
    if (const QString upload = json.value(u"upload").toString(); !upload.isEmpty())
        return {uploadBucket, upload};
    const QString text = json.value(u"bucket").toString();
    if (text.isEmpty())
        return {{}, json.value(u"path").toString()};
    return {text.section(u'/', 0, 0), text.section(u'/', 1)};
}

QString moveName(QueueMove where)
{
    return nameOf(where, moves);
}

std::optional<QueueMove> moveFromName(QStringView name)
{
    return valueNamed(name, moves);
}

QJsonObject toWire(const WorkerInfo &worker)
{
    QJsonObject json = toJson(worker);
    json.insert(u"started_at"_s, isoTime(worker.startedAt));
    json.insert(u"seen_at"_s, isoTime(worker.seenAt));
    return json;
}

Result<WorkerInfo> workerFromWire(const QJsonObject &json)
{
    Result<WorkerInfo> worker = workerFromJson(json);
    if (worker) {
        worker->startedAt = timeFromWire(json.value(u"started_at"));
        worker->seenAt = timeFromWire(json.value(u"seen_at"));
    }
    return worker;
}

QJsonObject toWire(const PreviewInfo &preview)
{
    const PyramidLayout &layout = preview.descriptor.layout;
    return {{u"width"_s, layout.size().width()},
            {u"height"_s, layout.size().height()},
            {u"tile_size"_s, layout.tileSize()},
            {u"overlap"_s, layout.overlap()},
            {u"format"_s, formatName(preview.descriptor.format)},
            {u"micrometres_per_pixel"_s,
             QJsonArray{preview.micrometresPerPixel.width(), preview.micrometresPerPixel.height()}},
            {u"growing"_s, preview.isGrowing}};
}

Result<PreviewInfo> previewFromWire(const QJsonObject &json)
{
    const QSize size(json.value(u"width").toInt(), json.value(u"height").toInt());
    const int tileSize = json.value(u"tile_size").toInt();
    const int overlap = json.value(u"overlap").toInt(-1);
    const QString format = json.value(u"format").toString();
    const bool isFormat
        = format == formatName(TileFormat::Jpeg) || format == formatName(TileFormat::Png);
    if (size.isEmpty() || tileSize < 1 || overlap < 0 || overlap > tileSize || !isFormat)
        return unusable(u"pyramid"_s);
    const TileFormat tiles
        = format == formatName(TileFormat::Png) ? TileFormat::Png : TileFormat::Jpeg;
    const QJsonArray pixel = json.value(u"micrometres_per_pixel").toArray();
    return PreviewInfo{{PyramidLayout(size, tileSize, overlap), tiles},
                       believablePixelSize({pixel.at(0).toDouble(), pixel.at(1).toDouble()}),
                       json.value(u"growing").toBool()};
}

} // namespace createzoom
