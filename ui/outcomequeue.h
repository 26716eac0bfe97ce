// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace createzoom {

/// Base of those that work on other threads and tell of it on the GUI thread: what a worker
/// delivers is done there, in the order of the deliveries. A lock of std, which the thread
/// sanitizer sees.
class OutcomeQueue : public QObject
{
    Q_OBJECT

public:
    ~OutcomeQueue() override;

protected:
    /// Where outcomes wait. Any thread; outlives the queue with who holds it, and then drops what
    /// comes.
    class Box
    {
    public:
        explicit Box(OutcomeQueue &queue)
            : m_queue(&queue)
        {}
        void deliver(std::function<void()> outcome);

    private:
        friend class OutcomeQueue;
        std::mutex m_mutex{}; ///< guards the others
        OutcomeQueue *m_queue; ///< null: gone
        std::vector<std::function<void()>> m_outcomes{};
    };

    explicit OutcomeQueue(QObject *parent = nullptr);

    /// Any thread.
    void deliver(std::function<void()> outcome) { m_box->deliver(std::move(outcome)); }
    /// For tasks that this does not wait for (SerialWorker::leave).
    std::shared_ptr<Box> box() const { return m_box; }

private:
    void takeOutcomes();

    const std::shared_ptr<Box> m_box = std::make_shared<Box>(*this);
};

} // namespace createzoom
