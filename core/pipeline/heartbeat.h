// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace createzoom {

/// Why a running stage was told to stop.
/// Lost: somebody else has it. Fenced: somebody else may.
enum class StopReason { None, Cancelled, Drained, Paused, Lost, Fenced, TimedOut, Stuck };

/// One claim while a worker runs it: what the worker thread and the heartbeat share. Shared by
/// those two.
class ActiveClaim
{
public:
    ActiveClaim(Claim claim, std::chrono::steady_clock::time_point deadline);

    const Claim &claim() const { return m_claim; }
    std::stop_token stopToken() const { return m_stop.get_token(); }
    StopReason stopReason() const;
    /// The first reason counts.
    void stop(StopReason reason);
    /// A sign of life, whatever it says.
    void setProgress(const StepProgress &progress);
    /// How long there was no sign of life.
    std::chrono::steady_clock::duration silence(std::chrono::steady_clock::time_point now) const;
    JobFacts facts() const;
    void learn(const JobFacts &news);
    /// Writes what was learnt and is not yet written; the next call tries again what failed.
    void writeFacts(JobEngine &engine);
    /// Since the claim.
    std::chrono::milliseconds elapsed() const;

private:
    friend class Heartbeat;

    const Claim m_claim;
    const std::chrono::steady_clock::time_point m_deadline;
    const std::chrono::steady_clock::time_point m_begun;
    std::stop_source m_stop;
    mutable std::mutex m_mutex; ///< guards what follows
    StopReason m_reason = StopReason::None;
    std::optional<StepProgress> m_unwritten{};
    std::chrono::steady_clock::time_point m_lastSign;
    JobFacts m_facts{};
    JobFacts m_writtenFacts{};
    // Only the heartbeat's thread:
    std::chrono::steady_clock::time_point m_lastOk{};
};

/// Renews the leases of all running stages from a thread of its own, never from one that converts;
/// carries their progress and what they learn to the engine and the wish to cancel or to pause
/// back. A claim whose lease could not be renewed for `selfFence` is told to stop: somebody else
/// may have it by then. So is one that gives no sign of life for `stuckAfter`. Owned by WorkerPool.
class Heartbeat
{
public:
    struct Times
    {
        std::chrono::milliseconds interval{500};
        std::chrono::milliseconds selfFence{25'000}; ///< after the last success; the lease is 30 s
        std::chrono::milliseconds stuckAfter{0}; ///< without any progress; 0 = never
    };

    Heartbeat(JobEngine &engine, Times times);
    ~Heartbeat();
    Heartbeat(const Heartbeat &) = delete;
    Heartbeat &operator=(const Heartbeat &) = delete;

    void add(const std::shared_ptr<ActiveClaim> &claim);
    void remove(const std::shared_ptr<ActiveClaim> &claim);
    std::vector<std::shared_ptr<ActiveClaim>> claims() const;

private:
    void run(const std::stop_token &stop);
    /// False: it is time to end.
    bool waitForNext(const std::stop_token &stop);
    void beat(ActiveClaim &claim);

    JobEngine &m_engine;
    const Times m_times;
    mutable std::mutex m_mutex; ///< guards m_claims
    std::condition_variable_any m_wake;
    /// Copied for another thread. A QList learns that its copy has gone by a load that orders
    /// nothing.
    std::vector<std::shared_ptr<ActiveClaim>> m_claims{};
    std::jthread m_thread; ///< last: ends before what it uses
};

} // namespace createzoom
