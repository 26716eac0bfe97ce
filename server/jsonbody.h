// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "server/httpmessage.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace createzoom {

/// The fields of a request's body. Errors are InvalidRequest with a sentence for the client.
Result<QJsonObject> jsonBody(const HttpRequest &request);
/// The same where a request may come without a body.
Result<QJsonObject> optionalJsonBody(const HttpRequest &request);

/// What is wrong with a request.
inline Error invalid(const QString &message)
{
    return {ErrorCode::InvalidRequest, message};
}

/// A misspelt field must not pass for one that was left out.
Result<void> checkFields(const QJsonObject &json, const QStringList &known);

/// The text of a field, empty when the field is missing, null or empty.
Result<QString> textField(const QJsonObject &json, const QString &name);
/// The field "token", likewise; it can be sent on in a header.
Result<Secret> tokenField(const QJsonObject &json);

} // namespace createzoom
