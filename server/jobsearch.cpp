// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobsearch.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// A search for what is rare ends here and gives the rest a cursor: no request reads all jobs.
constexpr int maxScanned = 5000;
/// Of a question that must be answered as a whole.
constexpr int maxScannedForAll = 20'000;
constexpr int pageSize = 500;

bool needsLook(const JobsQuery &query)
{
    return !query.text.isEmpty() || !query.source.isEmpty() || query.createdAfter > 0;
}

bool matches(const Job &job, const JobsQuery &query)
{
    return job.createdAt >= query.createdAfter && job.request.source.text().startsWith(query.source)
        && (query.text.isEmpty() || matchesText(job, query.text));
}

/// Those that follow are older still.
bool isBehindTheEnd(const JobPage &page, const JobsQuery &query)
{
    return query.filter.order == JobOrder::NewestFirst && !page.jobs.isEmpty()
        && page.jobs.last().createdAt < query.createdAfter;
}

} // namespace

JobSearch::JobSearch(JobService &service)
    : m_service(service)
{}

/// A page of the engine is never larger than what is still wanted, so that its cursor is also that
/// of the answer.
Result<JobPage> JobSearch::page(const JobsQuery &query)
{
    if (!needsLook(query))
        return m_service.jobs(query.filter, query.cursor, query.limit);
    JobPage found{.nextCursor = query.cursor};
    int scanned = 0;
    do {
        const int wanted = query.limit - int(found.jobs.size());
        const Result<JobPage> page = m_service.jobs(query.filter, found.nextCursor, wanted);
        if (!page)
            return page.error();
        std::copy_if(page->jobs.begin(),
                     page->jobs.end(),
                     std::back_inserter(found.jobs),
                     [&query](const Job &job) { return matches(job, query); });
        found.nextCursor = isBehindTheEnd(*page, query) ? 0 : page->nextCursor;
        scanned += int(page->jobs.size());
    } while (found.nextCursor != 0 && 2 * found.jobs.size() <= query.limit && scanned < maxScanned);
    return found;
}

Result<QStringList> JobSearch::ids(const JobsQuery &query)
{
    QStringList ids;
    qint64 cursor = 0;
    int scanned = 0;
    do {
        const Result<JobPage> page = m_service.jobs(query.filter, cursor, pageSize);
        if (!page)
            return page.error();
        for (const Job &job : page->jobs) {
            if (matches(job, query))
                ids << job.id;
        }
        cursor = isBehindTheEnd(*page, query) ? 0 : page->nextCursor;
        scanned += int(page->jobs.size());
    } while (cursor != 0 && scanned < maxScannedForAll);
    if (cursor != 0)
        return Error{ErrorCode::Limit,
                     u"More than %1 jobs would have to be looked at: narrow the filter"_s.arg(
                         maxScannedForAll)};
    return ids;
}

} // namespace createzoom
