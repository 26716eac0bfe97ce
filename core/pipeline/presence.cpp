// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/presence.h"

#include "core/base/logging.h"

#include <utility>

namespace createzoom {

Presence::Presence(JobEngine &engine,
                   std::function<WorkerInfo()> worker,
                   std::chrono::milliseconds interval)
    : m_engine(engine)
    , m_worker(std::move(worker))
    , m_interval(interval)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{}

Presence::~Presence()
{
    m_thread.request_stop();
    m_thread.join();
    // Nobody waits for it: what cannot be said now is known after a lease.
    if (const Result<void> left = m_engine.leave(m_worker().name); !left)
        qCInfo(lcPipeline).noquote() << "could not sign off:" << left.error().message;
}

void Presence::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        // The engine says itself when its store is away.
        static_cast<void>(m_engine.announce(m_worker()));
        m_wake.wait_for(lock, stop, m_interval, [] { return false; });
    }
}

} // namespace createzoom
