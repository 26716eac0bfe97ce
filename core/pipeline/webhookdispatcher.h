// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/callback.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/secretbox.h"
#include "core/pipeline/joblog.h"
#include "core/transfer/webhook.h"

#include <QList>
#include <QThreadPool>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace createzoom {

/// Tells of the end of jobs whoever asked for it, a few at a time, and again after a growing delay
/// when that fails; what becomes of it stands in the job's log. A message may come twice (its id is
/// the same), as after a kill amid a call. Owned by Services; the constructor starts its threads.
class WebhookDispatcher
{
public:
    using Tell = std::function<Result<void>(
        const Callback &, const WebhookMessage &, const StepControl &)>;
    struct Collaborators
    {
        JobEngine &engine;
        const SecretBox &secrets;
        Tell tell; ///< any thread; Forbidden and NotFound end it, see Webhooks::tell
        Clock clock;
    };
    struct Times
    {
        std::chrono::milliseconds firstDelay{5'000}; ///< the later ones: 10, 60 and 600 times that
        std::chrono::milliseconds lookEvery{1'000};
    };
    WebhookDispatcher(Collaborators collaborators, const Times &times);
    ~WebhookDispatcher();
    WebhookDispatcher(const WebhookDispatcher &) = delete;
    WebhookDispatcher &operator=(const WebhookDispatcher &) = delete;

private:
    void run(const std::stop_token &stop);
    void takeUpTo(int count);
    void deliverNext();
    void deliver(const DueCallback &due);
    void settle(const DueCallback &due, const Callback &callback, const Result<void> &told);

    const Collaborators m_with;
    const Times m_times;
    JobLog m_log;
    QThreadPool m_calls{};
    std::stop_source m_stop{}; ///< of calls that are under way
    std::mutex m_mutex{}; ///< guards what follows
    QList<DueCallback> m_due{}; ///< taken, and not yet begun
    int m_running = 0; ///< with those of m_due
    bool m_hasRoom = false; ///< a call has ended since the thread looked last
    std::condition_variable_any m_wake{};
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace createzoom
