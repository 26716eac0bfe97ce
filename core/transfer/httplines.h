// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/httptransfer.h"
#include "core/transfer/transferlimits.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace createzoom {

/// A few threads that each keep a connection to one server, for callers on any thread: a table that
/// asks four times a second and a viewer that wants dozens of tiles need not connect anew for each.
/// A thread begins when all others are busy. Owned by RemoteJobs; the destructor cuts off what
/// runs.
class HttpLines
{
public:
    explicit HttpLines(const TransferLimits &limits);
    ~HttpLines();
    HttpLines(const HttpLines &) = delete;
    HttpLines &operator=(const HttpLines &) = delete;

    /// Waits for a free line, then for the answer; Cancelled on `stop`. All that `request` refers
    /// to outlives the call.
    Result<HttpReply> send(const OutgoingRequest &request, const std::stop_token &stop = {});
    /// From now on every call ends with Cancelled, those that run within a moment.
    void cutOff();

private:
    using Task = std::function<void(HttpTransfer &, const StepControl &)>;
    bool post(Task task);
    void run(const std::stop_token &stop);

    const TransferLimits m_limits;
    std::mutex m_mutex{}; ///< guards all below
    std::condition_variable_any m_posted{};
    std::deque<Task> m_tasks{};
    size_t m_idle = 0;
    bool m_isCutOff = false;
    std::vector<std::jthread> m_threads{}; ///< last: they use all of the above
};

} // namespace createzoom
