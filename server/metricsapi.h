// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/jobservice.h"
#include "server/operations.h"
#include "server/requestmeter.h"
#include "server/routes.h"

#include <QList>

namespace createzoom {

/// /metrics, for Prometheus: the jobs and the queue of the store, and what this process has done
/// since its start. Open to everybody, as /livez: numbers only, no name of a job, a user or a
/// folder. Any thread.
class MetricsApi
{
public:
    MetricsApi(JobService &service,
               const RequestMeter &requests,
               const Operations &operations,
               Clock clock);

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    HttpAnswer metrics();

    JobService &m_service;
    const RequestMeter &m_requests;
    const Operations &m_operations;
    const Clock m_clock;
};

} // namespace createzoom
