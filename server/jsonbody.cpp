// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jsonbody.h"

#include "server/problem.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// None at all is taken for JSON: there is nothing else.
bool isJsonType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type.isEmpty() || type == "application/json"
        || (type.startsWith("application/") && type.endsWith("+json"));
}

/// A token goes into a header of ours later: no blank and no line end may be in it.
bool isSendable(const QByteArray &token)
{
    return std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

Result<QJsonObject> jsonBody(const HttpRequest &request)
{
    // Clients of the service replaced send all kinds; it never looked.
    if (isOurs(request.path) && !isJsonType(request.field("content-type")))
        return Error{ErrorCode::MediaType, u"The request body must be application/json"_s};
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return invalid(u"The request body must be a JSON object"_s);
    return document.object();
}

Result<QJsonObject> optionalJsonBody(const HttpRequest &request)
{
    return request.body.isEmpty() ? Result<QJsonObject>(QJsonObject()) : jsonBody(request);
}

Result<void> checkFields(const QJsonObject &json, const QStringList &known)
{
    const QStringList names = json.keys();
    for (const QString &name : names) {
        if (!known.contains(name))
            return invalid(u"There is no field named %1; there are: %2"_s.arg(name,
                                                                              known.join(u", "_s)))
                .inField(u"#/"_s + name);
    }
    return {};
}

Result<QString> textField(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    if (value.isUndefined() || value.isNull() || value.isString())
        return value.toString();
    return invalid(u"%1 must be a non-empty string"_s.arg(name)).inField(u"#/"_s + name);
}

Result<Secret> tokenField(const QJsonObject &json)
{
    const Result<QString> text = textField(json, u"token"_s);
    if (!text)
        return text.error();
    const QByteArray token = text->toUtf8();
    if (!isSendable(token))
        return invalid(u"token must not contain blanks or control characters"_s)
            .inField(u"#/token"_s);
    return Secret(token);
}

} // namespace createzoom
