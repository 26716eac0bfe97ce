// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outcomequeue.h"

#include <utility>

namespace createzoom {

OutcomeQueue::OutcomeQueue(QObject *parent)
    : QObject(parent)
{}

void OutcomeQueue::deliver(std::function<void()> outcome)
{
    {
        const std::lock_guard lock(m_mutex);
        m_outcomes.push_back(std::move(outcome));
    }
    QMetaObject::invokeMethod(this, &OutcomeQueue::takeOutcomes, Qt::QueuedConnection);
}

void OutcomeQueue::takeOutcomes()
{
    std::vector<std::function<void()>> outcomes;
    {
        const std::lock_guard lock(m_mutex);
        outcomes.swap(m_outcomes);
    }
    for (const std::function<void()> &outcome : outcomes)
        outcome();
}

} // namespace createzoom
