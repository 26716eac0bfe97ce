// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobaccess.h"

#include "core/jobs/webtoken.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Right rightFor(const QByteArray &method)
{
    return method == "GET" || method == "HEAD" ? Right::See : Right::Change;
}

} // namespace

JobAccess::JobAccess(JobService &service, Authenticator &authenticator)
    : m_service(service)
    , m_authenticator(authenticator)
{}

Place JobAccess::place() const
{
    return m_authenticator.asksOthers() ? Place::Network : Place::Store;
}

Result<void> JobAccess::requireAdmin(const HttpRequest &request)
{
    return m_authenticator.checkAdmin(request.bearer(), rightFor(request.method));
}

Result<SeenJob> JobAccess::find(const HttpRequest &request)
{
    const Error noSuchJob{ErrorCode::NotFound, u"There is no such job"_s};
    const QByteArray bearer = request.bearer();
    if (bearer.isEmpty())
        return Error{ErrorCode::AuthRequired, u"Missing or invalid token"_s};
    if (!isIdentifier(request.argument()))
        return noSuchJob;
    Result<std::optional<Job>> job = m_service.job(QString::fromLatin1(request.argument()));
    if (!job)
        return job.error();
    if (!job->has_value())
        return noSuchJob;
    const Result<Audience> audience = audienceFor(bearer, rightFor(request.method), **job);
    if (!audience)
        return audience.error();
    return SeenJob{std::move(**job), *audience};
}

Result<Audience> JobAccess::audienceFor(const QByteArray &bearer, Right right, const Job &job)
{
    const Result<void> admin = m_authenticator.checkAdmin(bearer, right);
    if (admin)
        return Audience::Admin;
    const Result<void> submitter = m_authenticator.checkSubmitter(bearer, job.request.submitter);
    if (submitter)
        return Audience::Submitter;
    // A token that nobody accepts is one thing, a good one of somebody else another; and an admin
    // who may not change this job hears why.
    const bool isAdmin = right == Right::Change && m_authenticator.checkAdmin(bearer, Right::See);
    return admin.error().code == ErrorCode::Forbidden && !isAdmin ? submitter.error()
                                                                  : admin.error();
}

Secret JobAccess::ownToken(const HttpRequest &request, const SeenJob &seen)
{
    const QByteArray bearer = request.bearer();
    const bool isOwn = !m_authenticator.isLocalToken(bearer)
        && submitterOf(Secret(bearer)) == seen.job.request.submitter;
    return isOwn ? Secret(bearer) : Secret();
}

} // namespace createzoom
