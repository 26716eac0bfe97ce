// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacysubmit.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidRequest, message};
}

Error missing(const QString &name)
{
    return invalid(u"Missing required parameter: %1"_s.arg(name));
}

/// The text of a field, empty when the field is missing, null or empty.
Result<QString> textOf(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    if (value.isUndefined() || value.isNull() || value.isString())
        return value.toString();
    return invalid(u"%1 must be a non-empty string"_s.arg(name));
}

Result<QString> requiredText(const QJsonObject &json, const QString &name)
{
    Result<QString> text = textOf(json, name);
    if (text && text->isEmpty())
        return missing(name);
    return text;
}

/// A token goes into a header of ours later: no blank and no line end may be in it.
bool isSendable(const QByteArray &token)
{
    return std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

Result<Secret> readToken(const QJsonObject &json, const HttpRequest &request, TokenNeed need)
{
    const Result<QString> text = textOf(json, u"token"_s);
    if (!text)
        return text.error();
    const QByteArray token = text->isEmpty() ? request.bearer() : text->toUtf8();
    if (token.isEmpty() && need == TokenNeed::Required)
        return missing(u"token"_s);
    if (!isSendable(token))
        return invalid(u"token must not contain blanks or control characters"_s);
    return Secret(token);
}

} // namespace

Result<LegacySubmit> readSubmit(const HttpRequest &request, TokenNeed tokenNeed)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return invalid(u"The request body must be a JSON object"_s);
    const QJsonObject json = document.object();

    const Result<QString> path = requiredText(json, u"path"_s);
    if (!path)
        return path.error();
    const Result<QString> targetPath = requiredText(json, u"target_path"_s);
    if (!targetPath)
        return targetPath.error();
    Result<Secret> token = readToken(json, request, tokenNeed);
    if (!token)
        return token.error();

    const Result<Location> source = parseSource(*path, u"path"_s);
    if (!source)
        return source.error();
    const Result<Location> target = parseFolder(*targetPath, u"target_path"_s);
    if (!target)
        return target.error();

    LegacySubmit submit{.token = std::move(*token)};
    submit.request.source = *source;
    submit.request.targetFolder = *target;
    submit.request.origin = Origin::Rest;
    submit.request.options.exists = ExistsPolicy::Replace;
    return submit;
}

} // namespace createzoom
