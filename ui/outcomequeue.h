// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace createzoom {

/// Base of those that work on other threads and tell of it on the GUI thread: what a worker
/// delivers is done there, in the order of the deliveries. A lock of std, which the thread
/// sanitizer sees.
class OutcomeQueue : public QObject
{
    Q_OBJECT

protected:
    explicit OutcomeQueue(QObject *parent = nullptr);

    /// Any thread.
    void deliver(std::function<void()> outcome);

private:
    void takeOutcomes();

    std::mutex m_mutex{}; ///< guards m_outcomes
    std::vector<std::function<void()>> m_outcomes{};
};

} // namespace createzoom
