// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/uploadsapi.h"

#include "core/base/logging.h"
#include "core/jobs/jobjson.h"
#include "core/jobs/webtoken.h"
#include "server/filestream.h"
#include "server/problem.h"

#include <QFileInfo>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QByteArray uploadsPath = "/api/v1/uploads";

Error takesNone()
{
    return {ErrorCode::Unsupported, u"This server takes no uploads: name an image of a bucket"_s};
}

HttpAnswer imageAnswer(const UploadedImage &image, int status)
{
    return {.status = status,
            .body = jsonBytes({{u"id"_s, image.id},
                               {u"name"_s, image.name},
                               {u"size"_s, image.bytes},
                               {u"expires_at"_s, isoTime(image.expiresAt)}})};
}

/// Writes an image to the store.
class ImageSink : public BodySink
{
public:
    explicit ImageSink(std::shared_ptr<UploadStore::Incoming> incoming)
        : m_incoming(std::move(incoming))
    {}

    std::optional<HttpAnswer> write(const QByteArray &piece) override
    {
        const Result<void> written = m_incoming->write(piece);
        return written ? std::nullopt : std::optional(problemJson(written.error()));
    }

    HttpAnswer finish() override
    {
        const Result<UploadedImage> image = m_incoming->finish();
        if (!image)
            return problemJson(image.error());
        HttpAnswer answer = imageAnswer(*image, 201);
        answer.fields << HttpField{"Location", uploadsPath + '/' + image->id.toLatin1()};
        return answer;
    }

private:
    std::shared_ptr<UploadStore::Incoming> m_incoming;
};

} // namespace

UploadsApi::UploadsApi(UploadStore *uploads, Authenticator &authenticator, JobAccess &access)
    : m_uploads(uploads)
    , m_authenticator(authenticator)
    , m_access(access)
{}

QList<Route> UploadsApi::routes()
{
    const Place place = m_access.place();
    const QByteArray one = uploadsPath + "/{id}";
    return {{.method = "POST",
             .pattern = uploadsPath,
             .place = place,
             .open = [this](const HttpRequest &request) { return receive(request); },
             .maxBody = m_uploads != nullptr ? m_uploads->limits().bytes : 1},
            {"GET",
             one,
             place,
             [this](const HttpRequest &request) {
                 return show(request);
             }},
            {"DELETE",
             one,
             place,
             [this](const HttpRequest &request) {
                 return remove(request);
             }},
            {"GET", "/api/v1/jobs/{id}/result", place, [this](const HttpRequest &request) {
                 return result(request);
             }}};
}

/// As JobRequest::submitter; empty for who has the server's own token. Not yet checked.
QString UploadsApi::claimedOwner(const QByteArray &bearer) const
{
    return m_authenticator.isLocalToken(bearer) ? QString() : submitterOf(Secret(bearer));
}

OpenedSink UploadsApi::receive(const HttpRequest &request)
{
    if (const Result<void> known = m_authenticator.checkUser(request.bearer()); !known)
        return problemJson(known.error());
    if (m_uploads == nullptr)
        return problemJson(takesNone());
    const QString name
        = QUrlQuery(QString::fromUtf8(request.query)).queryItemValue(u"name"_s, QUrl::FullyDecoded);
    const qint64 bytes = request.field("content-length").toLongLong();
    if (bytes == 0)
        return problemJson({ErrorCode::InvalidRequest, u"The body must be the image"_s});
    Result<std::shared_ptr<UploadStore::Incoming>> incoming
        = m_uploads->receive(name, bytes, claimedOwner(request.bearer()));
    if (!incoming)
        return problemJson(incoming.error(), incoming.error().code == ErrorCode::Limit ? 413 : 0);
    return OpenedSink(std::make_shared<ImageSink>(*std::move(incoming)));
}

Result<UploadedImage> UploadsApi::imageFor(const QString &id, const QByteArray &bearer) const
{
    if (m_uploads == nullptr)
        return takesNone();
    Result<UploadedImage> image = m_uploads->find(id);
    // Nothing is said of other people's, and the identity service, which may keep us waiting, is
    // not asked for their sake.
    if (image && image->owner != claimedOwner(bearer))
        image = Error{ErrorCode::NotFound, u"There is no such upload"_s};
    if (!image && !bearer.isEmpty())
        return image;
    if (const Result<void> known = m_authenticator.checkUser(bearer); !known)
        return known.error();
    return image;
}

void UploadsApi::keepFor(const UploadedImage &image, const QString &jobId) const
{
    if (const Result<void> kept = m_uploads->keepFor(image, jobId); !kept)
        qCWarning(lcServer).noquote() << kept.error().message << kept.error().detail;
}

HttpAnswer UploadsApi::show(const HttpRequest &request)
{
    const Result<UploadedImage> image
        = imageFor(QString::fromLatin1(request.argument()), request.bearer());
    return image ? imageAnswer(*image, 200) : problemJson(image.error());
}

HttpAnswer UploadsApi::remove(const HttpRequest &request)
{
    const Result<UploadedImage> image
        = imageFor(QString::fromLatin1(request.argument()), request.bearer());
    if (!image)
        return problemJson(image.error());
    m_uploads->remove(image->id);
    return {.status = 204};
}

HttpAnswer UploadsApi::result(const HttpRequest &request)
{
    const Result<SeenJob> seen = m_access.find(request);
    if (!seen)
        return problemJson(seen.error());
    const Job &job = seen->job;
    const Location target = job.request.target();
    const bool isHere = target.bucket == uploadBucket || target.isLocal();
    if (job.state != JobState::Done && job.state != JobState::Skipped)
        return problemJson({ErrorCode::NotFound, u"This job has no archive yet"_s});
    if (!isHere || (target.isLocal() && seen->audience != Audience::Admin))
        return problemJson(
            {ErrorCode::NotFound,
             u"The archive is not kept here: it is %1"_s.arg(
                 target.isLocal() ? u"on the machine that made it"_s : target.text())});
    if (!target.isLocal() && m_uploads == nullptr)
        return problemJson(takesNone());
    const QString path = !target.isLocal() ? m_uploads->archiveOf(job)
        : job.result.isEmpty()             ? target.path
                                           : job.result;
    return fileAnswer(request, path, QFileInfo(path).fileName());
}

} // namespace createzoom
