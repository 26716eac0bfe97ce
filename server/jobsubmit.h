// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/jobs/callback.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/jobrequest.h"
#include "server/httpmessage.h"

#include <QJsonObject>

#include <optional>

namespace createzoom {

/// What POST /api/v1/jobs asks for.
struct JobSubmit
{
    JobRequest request{}; ///< with the id alone where an upload is named
    Secret token{}; ///< of the body; empty when it has none
    std::optional<Callback> callback{};
};

/// Errors are InvalidRequest with a sentence for the client.
Result<JobSubmit> readJobSubmit(const HttpRequest &request);

/// The Idempotency-Key of a request by `submitter`, with what must be the same in a repetition: the
/// job and whom it calls back. Not the token, which may have been renewed, nor the callback's
/// secret, of which nothing is kept unsealed.
Result<std::optional<IdempotencyKey>>
idempotencyKey(const HttpRequest &request, const JobSubmit &wanted, const QString &submitter);

/// `options` with the fields of `changes` in their places.
Result<ConversionOptions> changedOptions(const ConversionOptions &options,
                                         const QJsonObject &changes);

} // namespace createzoom
