// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"

#include "core/jobs/jobjson.h"
#include "core/jobs/webtoken.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Error noSuchJob()
{
    return {ErrorCode::NotFound, u"There is no such job"_s};
}

} // namespace

JobService::JobService(JobEngine &engine,
                       const SecretBox &secrets,
                       Clock clock,
                       PreviewOpener openPreview)
    : m_engine(engine)
    , m_secrets(secrets)
    , m_clock(std::move(clock))
    , m_openPreview(std::move(openPreview))
{}

Result<Submitted> JobService::submit(JobRequest request,
                                     const Secret &token,
                                     const std::optional<IdempotencyKey> &key)
{
    Result<NewJob> job = newJob(std::move(request), token);
    if (!job)
        return job.error();
    job->key = key;
    return m_engine.submit(*job);
}

QList<Result<Submitted>> JobService::submitAll(std::vector<Submission> submissions)
{
    QList<NewJob> accepted;
    QList<Result<Submitted>> outcomes;
    QList<qsizetype> places; // of the accepted among the outcomes
    for (Submission &submission : submissions) {
        Result<NewJob> job = newJob(std::move(submission.request), submission.token);
        if (job) {
            job->key = std::move(submission.key);
            if (submission.callback)
                job->sealedCallback
                    = m_secrets.seal(toSecret(*submission.callback), callbackSeal(job->id));
            places << outcomes.size();
            accepted << std::move(*job);
        }
        outcomes << (job ? Result<Submitted>(Submitted{}) : job.error());
    }
    const QList<Result<Submitted>> answers
        = accepted.isEmpty() ? QList<Result<Submitted>>() : m_engine.submitAll(accepted);
    for (qsizetype i = 0; i < places.size(); ++i)
        outcomes[places.at(i)] = answers.at(i);
    return outcomes;
}

Result<NewJob> JobService::newJob(JobRequest request, const Secret &token) const
{
    if (const Result<void> accepting = checkAccepting(); !accepting)
        return accepting.error();
    if (const Result<void> valid = checkExpiry(token); !valid)
        return valid.error();
    NewJob job{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
               .request = std::move(request)};
    if (token.isEmpty())
        return job;
    if (job.request.submitter.isEmpty())
        job.request.submitter = submitterOf(token);
    job.sealedToken = m_secrets.seal(token, job.id);
    return job;
}

Result<void> JobService::retry(const QString &id, const Secret &token)
{
    if (const Result<void> accepting = checkAccepting(); !accepting)
        return accepting.error();
    if (const Result<void> valid = checkExpiry(token); !valid)
        return valid.error();
    const QByteArray sealed = token.isEmpty() ? QByteArray() : m_secrets.seal(token, id);
    const Result<RetryOutcome> outcome = m_engine.retry(id, sealed);
    if (!outcome)
        return outcome.error();
    switch (*outcome) {
    case RetryOutcome::Ok:
        return {};
    case RetryOutcome::NeedsToken:
        return Error{ErrorCode::AuthExpired,
                     u"The job's token was erased when it ended: send a new one"_s};
    case RetryOutcome::NotEnded:
        return Error{ErrorCode::Conflict,
                     u"A job can be run again once it has failed or was cancelled"_s};
    case RetryOutcome::NotFound:
        break;
    }
    return noSuchJob();
}

/// Jobs and removals are asked for one after the other while both go on, and nothing may fall
/// between: the answer reaches as far as both are whole. Removals come second, so they are whole up
/// to the last job; jobs are asked for once more when a removal lies behind them.
Result<JobChanges> JobService::changes(qint64 since, int limit)
{
    Result<QList<Job>> jobs = m_engine.changes(since, limit);
    if (!jobs)
        return jobs.error();
    // Who knows nothing yet misses nothing.
    const Result<QList<Removal>> removals
        = since == 0 ? QList<Removal>() : m_engine.removals(since, limit);
    if (!removals)
        return removals.error();
    const qint64 lastJob = jobs->isEmpty() ? since : jobs->last().revision;
    const qint64 lastRemoval = removals->isEmpty() ? since : removals->last().revision;
    if (lastRemoval > lastJob && jobs->size() < limit) {
        const Result<QList<Job>> meanwhile = m_engine.changes(lastJob, limit - int(jobs->size()));
        if (!meanwhile)
            return meanwhile.error();
        *jobs << *meanwhile;
    }
    JobChanges changes{.jobs = std::move(*jobs), .revision = std::max(lastJob, lastRemoval)};
    if (changes.jobs.size() >= limit) {
        changes.revision = std::min(changes.revision, changes.jobs.last().revision);
        changes.hasMore = true;
    }
    if (removals->size() >= limit) {
        changes.revision = std::min(changes.revision, lastRemoval);
        changes.hasMore = true;
    }
    for (const Removal &removal : *removals) {
        if (removal.revision <= changes.revision)
            changes.removed << removal.id;
    }
    return changes;
}

Result<std::unique_ptr<TileSource>> JobService::preview(const QString &id)
{
    const Result<std::optional<Job>> found = m_engine.get(id);
    if (!found)
        return found.error();
    if (!found->has_value())
        return noSuchJob();
    if (!m_openPreview)
        return Error{ErrorCode::NotFound, u"This job has no preview here"_s};
    return m_openPreview(**found);
}

Result<void> JobService::checkAccepting() const
{
    if (m_isDraining)
        return Error{ErrorCode::Draining, u"The server is about to end: try again in a moment"_s};
    return {};
}

Result<void> JobService::checkExpiry(const Secret &token) const
{
    const std::optional<qint64> expiry = tokenExpiry(token);
    if (expiry && *expiry <= m_clock())
        return Error{ErrorCode::AuthExpired,
                     u"The token has expired at %1: sign in again"_s.arg(isoTime(*expiry))};
    return {};
}

} // namespace createzoom
