// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outcomequeue.h"

#include <utility>

namespace createzoom {

OutcomeQueue::OutcomeQueue(QObject *parent)
    : QObject(parent)
{}

OutcomeQueue::~OutcomeQueue()
{
    const std::lock_guard lock(m_box->m_mutex);
    m_box->m_queue = nullptr;
}

void OutcomeQueue::Box::deliver(std::function<void()> outcome)
{
    const std::lock_guard lock(m_mutex);
    if (!m_queue)
        return;
    m_outcomes.push_back(std::move(outcome));
    QMetaObject::invokeMethod(m_queue, &OutcomeQueue::takeOutcomes, Qt::QueuedConnection);
}

void OutcomeQueue::takeOutcomes()
{
    std::vector<std::function<void()>> outcomes;
    {
        const std::lock_guard lock(m_box->m_mutex);
        outcomes.swap(m_box->m_outcomes);
    }
    for (const std::function<void()> &outcome : outcomes)
        outcome();
}

} // namespace createzoom
