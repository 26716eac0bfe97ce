// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "server/jobsquery.h"

#include <QStringList>

namespace createzoom {

/// Finds the jobs of a query: the engines know states and orders, words and times are looked at
/// here, page by page, within bounds. Stateless; any thread.
class JobSearch
{
public:
    explicit JobSearch(JobService &service);

    /// From the query's cursor on. Where the query looks for what is rare, it may have fewer jobs
    /// than its limit, or none, and a cursor for the rest.
    Result<JobPage> page(const JobsQuery &query);
    /// All jobs of the query, whatever its limit and cursor. Limit: there are too many to look at.
    Result<QStringList> ids(const JobsQuery &query);

private:
    JobService &m_service;
};

} // namespace createzoom
