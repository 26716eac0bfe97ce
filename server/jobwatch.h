// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/jobfeed.h"
#include "server/readiness.h"

namespace createzoom {

/// Ready when something happens to one job: what a request waits for that is put off until then.
class JobWatch : public Readiness, public JobListener
{
public:
    using JobListener::JobListener;

    void jobChanged(const FedJob & /*job*/) override { notify(); }
    void jobRemoved(const QString & /*id*/, qint64 /*revision*/) override { notify(); }
};

} // namespace createzoom
