// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/jobs/jobrequest.h"
#include "server/httpmessage.h"

namespace createzoom {

enum class TokenNeed { Required, Optional };

/// What the body of POST /deepzoom asks for.
struct LegacySubmit
{
    JobRequest request{};
    Secret token{}; ///< of the body or else of the Authorization field
};

/// Errors are InvalidRequest with the sentences of contract "rest".
Result<LegacySubmit> readSubmit(const HttpRequest &request, TokenNeed tokenNeed);

} // namespace createzoom
