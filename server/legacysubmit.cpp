// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacysubmit.h"

#include "server/jsonbody.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Error missing(const QString &name)
{
    return {ErrorCode::InvalidRequest, u"Missing required parameter: %1"_s.arg(name)};
}

Result<QString> requiredText(const QJsonObject &json, const QString &name)
{
    Result<QString> text = textField(json, name);
    if (text && text->isEmpty())
        return missing(name);
    return text;
}

Result<Secret> readToken(const QJsonObject &json, const HttpRequest &request, TokenNeed need)
{
    Result<Secret> token = tokenField(json);
    if (token && token->isEmpty())
        token = Secret(request.bearer());
    if (token && token->isEmpty() && need == TokenNeed::Required)
        return missing(u"token"_s);
    return token;
}

} // namespace

Result<LegacySubmit> readSubmit(const HttpRequest &request, TokenNeed tokenNeed)
{
    const Result<QJsonObject> json = jsonBody(request);
    if (!json)
        return json.error();
    const Result<QString> path = requiredText(*json, u"path"_s);
    if (!path)
        return path.error();
    const Result<QString> targetPath = requiredText(*json, u"target_path"_s);
    if (!targetPath)
        return targetPath.error();
    Result<Secret> token = readToken(*json, request, tokenNeed);
    if (!token)
        return token.error();

    const Result<Location> source = parseSource(*path, u"path"_s);
    if (!source)
        return source.error();
    if (const Result<void> allowed = checkCallersPlace(*source, u"path"_s); !allowed)
        return allowed.error();
    const Result<Location> target = parseFolder(*targetPath, u"target_path"_s);
    if (!target)
        return target.error();
    if (const Result<void> allowed = checkCallersPlace(*target, u"target_path"_s); !allowed)
        return allowed.error();

    LegacySubmit submit{.token = std::move(*token)};
    submit.request.source = *source;
    submit.request.targetFolder = *target;
    submit.request.origin = Origin::Rest;
    submit.request.options.exists = ExistsPolicy::Replace;
    return submit;
}

} // namespace createzoom
