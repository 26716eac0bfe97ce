// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/httpmessage.h"

namespace createzoom {

/// The one mapping of our errors to HTTP.
int httpStatus(ErrorCode code);

/// {"detail": message} with the status that belongs to the error, Retry-After where another attempt
/// can help, and WWW-Authenticate where a token can. Of our own defects the client learns no more
/// than that there is one.
HttpAnswer problemAnswer(const Error &error);

} // namespace createzoom
