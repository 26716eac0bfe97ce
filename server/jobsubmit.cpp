// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobsubmit.h"

#include "core/jobs/jobjson.h"
#include "server/jsonbody.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype maxKey = 255;

const QStringList submitFields{u"source"_s, u"target"_s, u"token"_s, u"options"_s, u"callback"_s};
const QStringList callbackFields{u"url"_s, u"secret"_s};

Result<Location> callersPlace(Result<Location> place, const QString &field)
{
    if (!place)
        return place;
    const Result<void> allowed = checkCallersPlace(*place, field);
    return allowed ? place : Result<Location>(allowed.error());
}

Result<Location> readSource(const QJsonValue &json)
{
    const QJsonObject source = json.toObject();
    const QString bucket = source.value(u"bucket").toString();
    const QString upload = source.value(u"upload").toString();
    if (bucket.isEmpty() == upload.isEmpty() || source.size() != 1)
        return invalid(
            u"source must be {\"bucket\": \"<bucket>/<object>\"} or {\"upload\": \"<id>\"}"_s);
    if (!upload.isEmpty())
        return Location{uploadBucket, upload};
    return callersPlace(parseSource(bucket, u"source.bucket"_s), u"source.bucket"_s);
}

Result<Location> readTarget(const QJsonValue &json, const Location &source)
{
    const bool isMissing = json.isNull() || json.isUndefined();
    if (isMissing && source.bucket == uploadBucket)
        return Location{uploadBucket, source.path};
    if (!json.isString() || json.toString().isEmpty())
        return invalid(u"target must be \"<bucket>/<folder>\""_s);
    return callersPlace(parseFolder(json.toString(), u"target"_s), u"target"_s);
}

Result<ConversionOptions> readOptions(const QJsonValue &json)
{
    if (!json.isUndefined() && !json.isNull() && !json.isObject())
        return invalid(u"options must be an object"_s).inField(u"#/options"_s);
    // Who sends a job again wants it done again.
    ConversionOptions usual;
    usual.exists = ExistsPolicy::Replace;
    return changedOptions(usual, json.toObject());
}

Result<std::optional<Callback>> readCallback(const QJsonValue &json)
{
    if (json.isUndefined() || json.isNull())
        return std::optional<Callback>();
    const QJsonObject callback = json.toObject();
    const QJsonValue secret = callback.value(u"secret");
    const bool isSecretText = secret.isUndefined() || secret.isNull() || secret.isString();
    if (!callback.value(u"url").isString() || !isSecretText)
        return invalid(u"callback must be {\"url\": \"https://...\", \"secret\": \"...\"}"_s)
            .inField(u"#/callback"_s);
    if (const Result<void> known = checkFields(callback, callbackFields); !known)
        return known.error().inField(u"#/callback"_s);
    Result<Callback> made
        = makeCallback(callback.value(u"url").toString(), Secret(secret.toString().toUtf8()));
    return made ? Result<std::optional<Callback>>(std::move(*made)) : made.error();
}

} // namespace

Result<JobSubmit> readJobSubmit(const HttpRequest &request)
{
    const Result<QJsonObject> json = jsonBody(request);
    if (!json)
        return json.error();
    if (const Result<void> known = checkFields(*json, submitFields); !known)
        return known.error();
    const Result<Location> source = readSource(json->value(u"source"));
    if (!source)
        return source.error().inField(u"#/source"_s);
    const Result<Location> target = readTarget(json->value(u"target"), *source);
    if (!target)
        return target.error().inField(u"#/target"_s);
    const Result<ConversionOptions> options = readOptions(json->value(u"options"));
    if (!options)
        return options.error();
    Result<Secret> token = tokenField(*json);
    if (!token)
        return token.error();
    Result<std::optional<Callback>> callback = readCallback(json->value(u"callback"));
    if (!callback)
        return callback.error();
    return JobSubmit{
        .request
        = {.source = *source, .targetFolder = *target, .options = *options, .origin = Origin::Rest},
        .token = std::move(*token),
        .callback = std::move(*callback)};
}

Result<std::optional<IdempotencyKey>>
idempotencyKey(const HttpRequest &request, const JobSubmit &wanted, const QString &submitter)
{
    const QByteArray key = request.field("idempotency-key");
    if (key.isEmpty())
        return std::optional<IdempotencyKey>();
    const bool isPlain
        = std::all_of(key.begin(), key.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    if (!isPlain || key.size() > maxKey)
        return invalid(u"Idempotency-Key must be at most 255 plain characters"_s)
            .inField(u"Idempotency-Key"_s);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(jsonBytes(toJson(wanted.request)));
    if (wanted.callback)
        hash.addData(wanted.callback->url.toEncoded());
    return std::optional(IdempotencyKey{submitter + u'\n' + QString::fromLatin1(key),
                                        QString::fromLatin1(hash.result().toHex())});
}

Result<ConversionOptions> changedOptions(const ConversionOptions &options,
                                         const QJsonObject &changes)
{
    ConversionOptions base = options;
    const QJsonValue preset = changes.value(u"preset");
    if (!preset.isUndefined()) {
        if (const Result<void> applied = applyPreset(base, preset.toString()); !applied)
            return applied.error().inField(u"#/options/preset"_s);
    }
    QJsonObject all = optionsToJson(base);
    for (auto field = changes.begin(); field != changes.end(); ++field) {
        if (field.key() != u"preset")
            all.insert(field.key(), field.value());
    }
    return optionsFromJson(all);
}

} // namespace createzoom
