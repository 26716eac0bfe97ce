// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/submitqueue.h"

#include "core/storage/jobtable.h"
#include "core/storage/sqliteconnection.h"
#include "core/storage/sqlitedatabase.h"

#include <utility>

namespace createzoom {

using std::chrono::milliseconds;

SubmitQueue::SubmitQueue(SqliteDatabase &database, const EngineLimits &limits, Clock clock)
    : m_database(database)
    , m_limits(limits)
    , m_clock(std::move(clock))
{}

Result<Submitted> SubmitQueue::submit(const NewJob &job, const std::optional<IdempotencyKey> &key)
{
    Submission mine{.job = job, .key = key};
    std::unique_lock lock(m_mutex);
    m_pending.push_back(&mine);
    while (!mine.isSettled) {
        if (m_isCommitting) {
            m_committed.wait(lock);
            continue;
        }
        m_isCommitting = true;
        const Batch batch = std::exchange(m_pending, {});
        lock.unlock();
        commit(batch);
        lock.lock();
        // Only now: the next leader may already be at work on one that wakes for this batch.
        for (Submission *const submission : batch)
            submission->isSettled = true;
        m_isCommitting = false;
        m_committed.notify_all();
    }
    return *mine.outcome;
}

void SubmitQueue::commit(const Batch &batch)
{
    const Result<void> written
        = m_database.write(Durability::Full, [&](SqliteConnection &connection) {
              JobTable table(connection);
              return acceptAll(table, batch);
          });
    if (written)
        return;
    for (Submission *const submission : batch)
        submission->outcome = written.error();
}

Result<void> SubmitQueue::acceptAll(JobTable &table, const Batch &batch) const
{
    const Result<qint64> unfinished = table.unfinishedCount();
    if (!unfinished)
        return unfinished.error();
    qint64 count = *unfinished;
    for (Submission *const submission : batch) {
        Result<Submitted> outcome = accept(table, *submission, count >= m_limits.queueLimit);
        // A job that is there already is its own caller's mistake; anything else fails the batch.
        if (!outcome && outcome.error().code != ErrorCode::Conflict)
            return outcome.error();
        if (outcome && outcome->outcome == Submitted::Outcome::Accepted)
            ++count;
        submission->outcome = std::move(outcome);
    }
    return {};
}

Result<Submitted>
SubmitQueue::accept(JobTable &table, const Submission &submission, bool isFull) const
{
    const auto &key = submission.key;
    const qint64 now = m_clock();
    if (key) {
        const Result<std::optional<Submitted>> earlier = table.find(*key, now);
        if (!earlier)
            return earlier.error();
        if (*earlier)
            return **earlier;
    }
    if (isFull)
        return Submitted{.outcome = Submitted::Outcome::QueueFull};
    if (const Result<void> inserted = table.insert(submission.job, now); !inserted)
        return inserted.error();
    if (key) {
        const qint64 keptUntil = now + milliseconds(m_limits.idempotency).count();
        if (const Result<void> put = table.put(*key, submission.job.id, keptUntil); !put)
            return put.error();
    }
    return Submitted{.outcome = Submitted::Outcome::Accepted, .id = submission.job.id};
}

} // namespace createzoom
