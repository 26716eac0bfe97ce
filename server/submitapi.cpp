// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/submitapi.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/webtoken.h"
#include "server/problem.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Seconds until it is worth asking how a new job fares.
const QByteArray firstLook = "2";

HttpAnswer refusal(const Error &error)
{
    return problemJson(error);
}

} // namespace

SubmitApi::SubmitApi(JobService &service,
                     Authenticator &authenticator,
                     UploadsApi &uploads,
                     Options options)
    : m_service(service)
    , m_authenticator(authenticator)
    , m_uploads(uploads)
    , m_options(std::move(options))
{}

QList<Route> SubmitApi::routes()
{
    const SubmitForm form{.read = [this](const HttpRequest &r) { return read(r); },
                          .refuse = refusal};
    // One by one: whose an upload is, the identity service may have to say, and others would wait.
    return {{"POST", jobsPath, Place::Store, [this, form](const HttpRequest &request) {
                 return submitTogether(m_service, {request}, form).constFirst();
             }}};
}

Result<JobWish> SubmitApi::read(const HttpRequest &request)
{
    Result<JobSubmit> wanted = readJobSubmit(request);
    if (!wanted)
        return wanted.error();
    const QByteArray bearer = request.bearer();
    if (wanted->token.isEmpty() && !m_authenticator.isLocalToken(bearer))
        wanted->token = Secret(bearer);
    if (const Result<void> allowed = checkCallback(*wanted); !allowed)
        return allowed.error();
    const Result<std::optional<UploadedImage>> image = findUpload(request, *wanted);
    if (!image)
        return image.error();
    const bool isForBucket = wanted->request.targetFolder.bucket != uploadBucket;
    if (wanted->token.isEmpty() && m_options.tokenRequired && isForBucket)
        return Error{ErrorCode::AuthRequired, u"A token for the bucket is needed"_s};
    const QString submitter
        = wanted->token.isEmpty() ? wanted->request.submitter : submitterOf(wanted->token);
    Result<std::optional<IdempotencyKey>> key = idempotencyKey(request, *wanted, submitter);
    if (!key)
        return key.error();
    return JobWish{.submission = {.request = std::move(wanted->request),
                                  .token = std::move(wanted->token),
                                  .key = std::move(*key),
                                  .callback = std::move(wanted->callback)},
                   .answer = [this, image = *image](const Submitted &submitted) {
                       return answer(submitted, image);
                   }};
}

HttpAnswer SubmitApi::answer(const Submitted &submitted, const std::optional<UploadedImage> &image)
{
    switch (submitted.outcome) {
    case Submitted::Outcome::QueueFull:
        return problemJson({ErrorCode::QueueFull, u"The queue is full: try again later"_s}, 429);
    case Submitted::Outcome::KeyReused:
        return problemJson(
            Error{ErrorCode::Conflict, u"This Idempotency-Key was used for another job"_s}.inField(
                u"Idempotency-Key"_s),
            422);
    case Submitted::Outcome::Accepted:
    case Submitted::Outcome::Duplicate:
        break;
    }
    const bool isNew = submitted.outcome == Submitted::Outcome::Accepted;
    if (image)
        m_uploads.keepFor(*image, submitted.id);
    HttpAnswer answer{.status = isNew ? 202 : 200,
                      .body = jsonBytes(QJsonObject{{u"id"_s, submitted.id}})};
    answer.fields << HttpField{"Location", jobsPath + '/' + submitted.id.toLatin1()};
    if (isNew)
        answer.fields << HttpField{"Retry-After", firstLook};
    return answer;
}

Result<void> SubmitApi::checkCallback(const JobSubmit &wanted) const
{
    return wanted.callback && m_options.checkCallback
        ? m_options.checkCallback(wanted.callback->url)
        : Result<void>();
}

/// The image that a job is to be made of, when it is an upload: its place takes that of the id.
Result<std::optional<UploadedImage>> SubmitApi::findUpload(const HttpRequest &request,
                                                           JobSubmit &wanted)
{
    JobRequest &job = wanted.request;
    if (job.source.bucket != uploadBucket)
        return std::optional<UploadedImage>();
    const Result<UploadedImage> image = m_uploads.imageFor(job.source.path, request.bearer());
    if (!image)
        return image.error();
    job.source = image->source();
    job.submitter = image->owner;
    if (job.targetFolder.bucket == uploadBucket)
        wanted.token = {}; // nothing leaves this server: none is kept
    return std::optional(*image);
}

} // namespace createzoom
