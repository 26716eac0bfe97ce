// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jobclaims.h"

#include "core/jobs/jobjson.h"
#include "core/storage/jobtransitions.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Retries and leases taken up by one claim; what is left is the next one's.
constexpr int promotedAtOnce = 100;

} // namespace

JobClaims::JobClaims(SqliteConnection &connection, const EngineLimits &limits, qint64 now)
    : m_table(connection)
    , m_limits(limits)
    , m_now(now)
{}

Result<std::optional<Claim>> JobClaims::next(const QList<Stage> &stages, const QString &worker)
{
    if (const Result<int> promoted = promoteDue(); !promoted)
        return promoted.error();
    Result<std::optional<JobRecord>> next = m_table.nextWaiting(stages, m_limits);
    if (!next)
        return next.error();
    if (!*next || !claimFor(**next, worker, m_now + m_limits.lease.count(), m_now))
        return std::optional<Claim>();
    const Job &job = (*next)->job;
    if (const Result<void> stored = m_table.store(**next, m_now); !stored)
        return stored.error();
    const Result<std::optional<QByteArray>> token = m_table.token(job.id);
    if (!token)
        return token.error();
    return std::optional(Claim{.jobId = job.id,
                               .epoch = job.epoch,
                               .stage = job.stage,
                               .attempts = job.attempts,
                               .crashes = job.crashes,
                               .request = job.request,
                               .artifact = job.artifact,
                               .sealedToken = token->value_or(QByteArray())});
}

Result<int> JobClaims::promoteDue()
{
    return putBackAll(m_table.due(m_now, promotedAtOnce));
}

Result<int> JobClaims::putBackHeld(const std::optional<QString> &worker, const QStringList &running)
{
    return putBackAll(m_table.heldBy(worker, running));
}

Result<int> JobClaims::putBackAll(const Result<QList<JobRecord>> &records)
{
    if (!records)
        return records.error();
    int count = 0;
    for (JobRecord record : *records) {
        const bool wasHeld = !isQueued(record.job.state);
        if (!putBack(record))
            continue;
        if (const Result<void> stored = m_table.store(record, m_now); !stored)
            return stored.error();
        if (const Result<void> noted = wasHeld ? noteLoss(record.job) : Result<void>(); !noted)
            return noted.error();
        ++count;
    }
    return count;
}

Result<void> JobClaims::noteLoss(const Job &job)
{
    const QString line
        = u"%1 warning %2 is interrupted: its worker was lost; the job is now %3"_s.arg(
            isoTime(m_now), stageName(job.stage), stateName(job.state));
    return m_table.appendLog(job.id, {line}, m_limits.logLines);
}

} // namespace createzoom
