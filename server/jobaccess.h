// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "core/jobs/jobwire.h"
#include "server/authenticator.h"
#include "server/httpmessage.h"
#include "server/routes.h"

namespace createzoom {

/// A job, and what of it the caller may see.
struct SeenJob
{
    Job job{};
    Audience audience = Audience::Submitter;
};

/// Who may, on /api/v1, in one place: lists and the queue are for admins, a job is for an admin or
/// for whoever submitted it. An admin who may only see (Right) may GET; every other method changes
/// something, so a new route cannot forget to ask. Any thread; may wait for the identity service
/// and the store.
class JobAccess
{
public:
    JobAccess(JobService &service, Authenticator &authenticator);

    Result<void> requireAdmin(const HttpRequest &request);
    /// The job that the first argument of the route names. Errors: AuthRequired, Forbidden,
    /// NotFound, Unavailable.
    Result<SeenJob> find(const HttpRequest &request);
    /// The bearer, when it is good for the bucket of `seen`: its submitter's own. An admin's token
    /// never stands in for it.
    Secret ownToken(const HttpRequest &request, const SeenJob &seen);

    /// Where a request is answered whose caller must be known.
    Place place() const;

private:
    Result<Audience> audienceFor(const QByteArray &bearer, Right right, const Job &job);

    JobService &m_service;
    Authenticator &m_authenticator;
};

} // namespace createzoom
