// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/httpmessage.h"

#include <QJsonObject>

namespace createzoom {

/// The one mapping of our errors to HTTP.
int httpStatus(ErrorCode code);

/// The legacy form, {"detail": message}, with the status that belongs to the error, Retry-After
/// where another attempt can help, and WWW-Authenticate where a token can. Of our own defects the
/// client learns no more than that there is one.
HttpAnswer problemAnswer(const Error &error);

/// The same as application/problem+json (RFC 9457), the form of /api: type, title, status, detail,
/// code, retryable; `errors` names the field that is wrong; `more` are further members. `status` 0:
/// the one that belongs to the error.
HttpAnswer problemJson(const Error &error, int status = 0, const QJsonObject &more = {});
/// Writes into a problem which request it is of: `instance`, its path, and `request_id`. Other
/// answers stay as they are.
void identifyProblem(HttpAnswer &answer, const HttpRequest &request);
/// Of our own surface, not that of the service replaced.
bool isOurs(const QByteArray &path);
/// Of a refusal that has no error of ours (no such path, wrong method, too large), in the form of
/// the surface that `request` is for.
HttpAnswer refusalAnswer(const HttpRequest &request, int status, const QString &sentence);

} // namespace createzoom
