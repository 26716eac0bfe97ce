// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/jobclaims.h"

#include "core/jobs/jobrecovery.h"
#include "core/jobs/jobtransitions.h"

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
    return std::optional(claimOf(job, token->value_or(QByteArray())));
}

Result<int> JobClaims::promoteDue()
{
    return putBackAll(m_table.due(m_now, promotedAtOnce));
}

Result<int> JobClaims::putBackHeld()
{
    return putBackAll(m_table.allHeld());
}

Result<int> JobClaims::putBackAll(const Result<QList<JobRecord>> &records)
{
    if (!records)
        return records.error();
    int count = 0;
    for (JobRecord record : *records) {
        const Result<bool> isBack = putBackInto(m_table, record, m_limits, m_now);
        if (!isBack)
            return isBack.error();
        count += *isBack ? 1 : 0;
    }
    return count;
}

} // namespace createzoom
