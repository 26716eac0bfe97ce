// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "server/httpmessage.h"
#include "server/jobaccess.h"
#include "server/operations.h"
#include "server/routes.h"

#include <QList>

namespace createzoom {

/// How the work goes on: /api/v1/queue (is it paused, how many jobs at a time) and /api/v1/storage
/// (room on the disks, and what the queue will need of it). For admins. The pause is the store's
/// and holds for all who share it; how many at a time is this process' own and ends with it. Any
/// thread.
class QueueApi
{
public:
    QueueApi(JobService &service, JobAccess &access, const Operations &operations);

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    HttpAnswer show();
    HttpAnswer change(const HttpRequest &request);
    Result<void> apply(const QMap<Stage, int> &concurrency);
    HttpAnswer storage();

    JobService &m_service;
    JobAccess &m_access;
    const Operations &m_operations;
};

} // namespace createzoom
