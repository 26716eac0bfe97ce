// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>
#include <future>
#include <mutex>
#include <vector>

namespace createzoom {

/// A thread with an event loop that runs calls of others. Owned by RestServer. The calls are handed
/// over under a std::mutex rather than as arguments of a queued call: the thread sanitizer knows
/// the one and not Qt's locks.
class ServerThread : public QObject
{
    Q_OBJECT

public:
    ServerThread();
    ~ServerThread() override;
    ServerThread(const ServerThread &) = delete;
    ServerThread &operator=(const ServerThread &) = delete;

    bool isRunning() const { return m_thread.isRunning(); }
    void start();
    void stop();
    /// Runs `call` on the thread and returns when it has. From any other thread, while it runs.
    void call(std::function<void()> call);
    /// Whether its event loop turns: runs a call that does nothing within `time`.
    bool answersWithin(std::chrono::milliseconds time);

private:
    std::future<void> post(std::function<void()> call);

    Q_INVOKABLE void runCalls();

    QThread m_thread{};
    std::mutex m_mutex{}; ///< guards m_calls
    std::vector<std::packaged_task<void()>> m_calls{};
};

} // namespace createzoom
