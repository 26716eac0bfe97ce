// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "server/httpmessage.h"
#include "server/jobaccess.h"
#include "server/routes.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace createzoom {

/// POST /api/v1/jobs:batch: one action on many jobs, named by their ids or by a filter, for admins.
/// A filter comes with the number of jobs that its sender has seen: when others match by now,
/// nothing is done. Stateless; any thread.
class BatchApi
{
public:
    /// `forget` is told of jobs before they are removed.
    BatchApi(JobService &service, JobAccess &access, std::function<void(const QString &id)> forget);

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    HttpAnswer run(const HttpRequest &request);

    JobService &m_service;
    JobAccess &m_access;
    const std::function<void(const QString &id)> m_forget;
};

} // namespace createzoom
