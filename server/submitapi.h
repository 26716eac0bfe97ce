// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/authenticator.h"
#include "server/jobsubmit.h"
#include "server/routes.h"
#include "server/submittogether.h"
#include "server/uploadsapi.h"

#include <functional>
#include <optional>

namespace createzoom {

/// Where jobs are made and listed.
inline const QByteArray jobsPath = "/api/v1/jobs";

/// POST /api/v1/jobs. Owned by JobsApi; any thread.
class SubmitApi
{
public:
    struct Options
    {
        bool tokenRequired = true; ///< a folder bucket needs none
        std::function<Result<void>(const QUrl &)> checkCallback{}; ///< RestServerOptions
    };

    SubmitApi(JobService &service,
              Authenticator &authenticator,
              UploadsApi &uploads,
              Options options);

    /// Its handler refers to this object.
    QList<Route> routes();

private:
    Result<JobWish> read(const HttpRequest &request);
    Result<void> checkCallback(const JobSubmit &wanted) const;
    Result<std::optional<UploadedImage>> findUpload(const HttpRequest &request, JobSubmit &wanted);
    HttpAnswer answer(const Submitted &submitted, const std::optional<UploadedImage> &image);

    JobService &m_service;
    Authenticator &m_authenticator;
    UploadsApi &m_uploads;
    const Options m_options;
};

} // namespace createzoom
