// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/uploadstore.h"
#include "server/authenticator.h"
#include "server/jobaccess.h"
#include "server/routes.h"

#include <QList>

namespace createzoom {

/// Images of those who have no bucket, and archives for them: /api/v1/uploads and
/// /api/v1/jobs/{id}/result. Stateless but for the store, which outlives it; any thread.
class UploadsApi
{
public:
    /// `uploads` may be none: this server takes no images then.
    UploadsApi(UploadStore *uploads, Authenticator &authenticator, JobAccess &access);

    /// Their handlers refer to this object.
    QList<Route> routes();

    /// A job's source that names an upload by its id becomes the image's place, if it is the
    /// caller's own; NotFound.
    Result<UploadedImage> imageFor(const QString &id, const QByteArray &bearer) const;
    /// The image stays as long as the job is known.
    void keepFor(const UploadedImage &image, const QString &jobId) const;

private:
    QString claimedOwner(const QByteArray &bearer) const;
    OpenedSink receive(const HttpRequest &request);
    HttpAnswer show(const HttpRequest &request);
    HttpAnswer remove(const HttpRequest &request);
    HttpAnswer result(const HttpRequest &request);

    UploadStore *const m_uploads;
    Authenticator &m_authenticator;
    JobAccess &m_access;
};

} // namespace createzoom
