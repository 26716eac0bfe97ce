// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/httpmessage.h"

namespace createzoom {

/// The one mapping of our errors to HTTP.
int httpStatus(ErrorCode code);

/// The legacy form, {"detail": message}, with the status that belongs to the error, Retry-After
/// where another attempt can help, and WWW-Authenticate where a token can. Of our own defects the
/// client learns no more than that there is one.
HttpAnswer problemAnswer(const Error &error);

/// The same as application/problem+json (RFC 9457), the form of /api: type, title, status, detail,
/// code, retryable. `status` 0: the one that belongs to the error.
HttpAnswer problemJson(const Error &error, int status = 0);
/// Of our own surface, not that of the service replaced.
bool isOurs(const QByteArray &path);
/// Of a refusal that has no error of ours (no such path, wrong method, too large), in the form of
/// the surface that `request` is for.
HttpAnswer refusalAnswer(const HttpRequest &request, int status, const QString &sentence);

} // namespace createzoom
