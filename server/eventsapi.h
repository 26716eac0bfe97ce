// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "server/jobaccess.h"
#include "server/jobfeed.h"
#include "server/routes.h"

#include <QList>

namespace createzoom {

/// What happens to jobs, told as it happens: /api/v1/events (all, for admins) and
/// /api/v1/jobs/{id}/events. Stateless but for the feed, which outlives it; any thread.
class EventsApi
{
public:
    EventsApi(JobService &service, JobAccess &access, JobFeed &feed);

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    HttpAnswer ofAll(const HttpRequest &request);
    HttpAnswer ofOne(const HttpRequest &request);

    JobService &m_service;
    JobAccess &m_access;
    JobFeed &m_feed;
};

} // namespace createzoom
