// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/jobengine.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace createzoom {

class JobTable;
class SqliteDatabase;

/// Accepts jobs with a group commit: of several threads that submit at once, one commits for all,
/// so that they share one wait for the disk. Owned by the engine; any thread.
class SubmitQueue
{
public:
    SubmitQueue(SqliteDatabase &database, const EngineLimits &limits, Clock clock);

    Result<Submitted> submit(const NewJob &job, const std::optional<IdempotencyKey> &key);

private:
    /// One submit() on its way; lives on the stack of its caller.
    struct Submission
    {
        const NewJob &job;
        const std::optional<IdempotencyKey> &key;
        /// The committing thread's until isSettled; the submission's own from then on.
        std::optional<Result<Submitted>> outcome{};
        bool isSettled = false; ///< guarded by m_mutex
    };
    using Batch = std::vector<Submission *>;

    void commit(const Batch &batch);
    Result<void> acceptAll(JobTable &table, const Batch &batch) const;
    Result<Submitted> accept(JobTable &table, const Submission &submission, bool isFull) const;

    SqliteDatabase &m_database;
    EngineLimits m_limits;
    Clock m_clock;
    std::mutex m_mutex{}; // guards what follows
    std::condition_variable m_committed{};
    Batch m_pending{};
    bool m_isCommitting = false;
};

} // namespace createzoom
