// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "server/jobaccess.h"
#include "server/routes.h"

#include <QList>

namespace createzoom {

/// Who takes part in the work, and what each is at (/api/v1/workers): for admins. Stateless; any
/// thread.
class WorkersApi
{
public:
    WorkersApi(JobService &service, JobAccess &access);

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    HttpAnswer list();

    JobService &m_service;
    JobAccess &m_access;
};

} // namespace createzoom
