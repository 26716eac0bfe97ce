// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobrecord.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace createzoom {

/// One transaction on a store of jobs, as the transitions that people ask for need it
/// (JobSteering): all of what it writes happens, or nothing. The store's own way of doing so ends
/// behind it. A local variable of an engine's method; one thread.
class JobTransaction
{
public:
    JobTransaction() = default;
    virtual ~JobTransaction() = default;
    JobTransaction(const JobTransaction &) = delete;
    JobTransaction &operator=(const JobTransaction &) = delete;

    virtual Result<std::optional<JobRecord>> find(const QString &id) = 0;
    /// Writes what a transition changed, with a new revision (and see finishStep()).
    virtual Result<void> store(JobRecord &record, qint64 now) = 0;
    /// The request, which no transition changes.
    virtual Result<void> putRequest(const Job &job) = 0;
    /// Leaves a note of it, with a revision (JobEngine::removals).
    virtual Result<void> remove(const QString &id, qint64 now) = 0;

    /// Empty: it was erased; nullopt: the job never had one.
    virtual Result<std::optional<QByteArray>> token(const QString &id) = 0;
    /// Nothing to keep when `sealed` is empty: a local job, or one of a folder bucket.
    virtual Result<void> putToken(const QString &id, const QByteArray &sealed) = 0;

    /// Behind, or before, all that was ever handed out.
    virtual Result<double> lastPlace() = 0;
    virtual Result<double> firstPlace() = 0;
    /// The nearest neighbours of a place among the jobs that are queued (isQueued).
    virtual Result<std::optional<JobRecord>> queuedBefore(double place) = 0;
    virtual Result<std::optional<JobRecord>> queuedAfter(double place) = 0;

    /// Of the job's lines the last `kept` stay.
    virtual Result<void> appendLog(const QString &id, const QStringList &lines, int kept) = 0;
};

} // namespace createzoom
