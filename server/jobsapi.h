// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "server/authenticator.h"
#include "server/batchapi.h"
#include "server/eventsapi.h"
#include "server/jobaccess.h"
#include "server/jobsquery.h"
#include "server/jobsubmit.h"
#include "server/operations.h"
#include "server/previewapi.h"
#include "server/queueapi.h"
#include "server/routes.h"
#include "server/submitapi.h"
#include "server/uploadsapi.h"
#include "server/workersapi.h"

#include <QList>

#include <chrono>
#include <functional>
#include <optional>

namespace createzoom {

/// Our own surface, /api/v1: whatever a window may ask of jobs (JobBoard), as HTTP. Stateless but
/// for the pyramids that it keeps open; any thread.
class JobsApi
{
public:
    struct Options
    {
        bool tokenRequired = true; ///< a folder bucket needs none
        bool isStoreRemote = false; ///< the files of jobs may lie on other machines
        std::function<Result<void>(const QUrl &)> checkCallback{}; ///< RestServerOptions
    };

    /// The feed and the operations outlive it; so does the store of uploads, if there is one.
    JobsApi(JobService &service,
            Authenticator &authenticator,
            JobFeed &feed,
            UploadStore *uploads,
            Options options,
            const Operations &operations);

    /// The rows of this surface; their handlers refer to this object.
    QList<Route> routes();

private:
    using Handler = HttpAnswer (JobsApi::*)(const HttpRequest &);
    using JobHandler = HttpAnswer (JobsApi::*)(const HttpRequest &, const SeenJob &);
    Route forAdmins(const QByteArray &method, const QByteArray &path, Handler handler);
    Route forJob(const QByteArray &method, const QByteArray &below, JobHandler handler);

    HttpAnswer list(const HttpRequest &request);

    HttpAnswer show(const HttpRequest &request, const SeenJob &seen);
    HttpAnswer cancel(const HttpRequest &request, const SeenJob &seen);
    HttpAnswer retry(const HttpRequest &request, const SeenJob &seen);
    HttpAnswer pause(const HttpRequest &request, const SeenJob &seen);
    HttpAnswer resume(const HttpRequest &request, const SeenJob &seen);
    HttpAnswer move(const HttpRequest &request, const SeenJob &seen);
    HttpAnswer remove(const HttpRequest &request, const SeenJob &seen);
    HttpAnswer change(const HttpRequest &request, const SeenJob &seen);
    HttpAnswer log(const HttpRequest &request, const SeenJob &seen);

    /// `seen` is what the caller knows already: its next change is awaited.
    HttpAnswer
    awaitChange(const HttpRequest &request, const SeenJob &seen, std::chrono::seconds wait);
    HttpAnswer changes(const JobsQuery &query);
    /// The job as it is now, after something was done to it.
    HttpAnswer afterwards(const SeenJob &seen, int status = 200);
    HttpAnswer done(const Result<void> &result, const SeenJob &seen);

    JobService &m_service;
    Authenticator &m_authenticator;
    const Options m_options;
    JobAccess m_access;
    PreviewApi m_previews;
    WorkersApi m_workers;
    QueueApi m_queue;
    BatchApi m_batch;
    JobFeed &m_feed;
    EventsApi m_events;
    UploadsApi m_uploads;
    SubmitApi m_submits;
};

} // namespace createzoom
