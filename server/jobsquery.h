// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobengine.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace createzoom {

/// What GET /api/v1/jobs?state=&q=&source=&created_after=&sort=&limit=&cursor=&changed_after= asks
/// for.
struct JobsQuery
{
    JobFilter filter{};
    QString text{}; ///< all of its words must occur in a job
    QString source{}; ///< what a job's source begins with: "bucket/folder/"
    qint64 createdAfter = 0; ///< and not before; time as in Job
    int limit = 100;
    qint64 cursor = 0;
    std::optional<qint64> changedAfter{}; ///< then changes are asked for, not the list
};

/// Errors are InvalidRequest with a sentence for the client.
Result<JobsQuery> readJobsQuery(const QByteArray &query);
/// The same of a filter in a body: {"state": ["failed"], "q", "source", "created_after"}.
Result<JobsQuery> readJobsFilter(const QJsonObject &filter);
/// The query that goes on where its answer ended.
QByteArray nextQuery(const QByteArray &query, qint64 cursor);

/// Does every word of `text` occur in the job's id, names, places or error, in whatever case?
bool matchesText(const Job &job, const QString &text);

} // namespace createzoom
