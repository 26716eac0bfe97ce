// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/memorybudget.h"

namespace createzoom {

MemoryBudget::MemoryBudget(qint64 bytes)
    : m_bytes(bytes)
{}

std::unique_ptr<MemoryBudget::Share> MemoryBudget::take(qint64 bytes)
{
    const std::scoped_lock lock(m_mutex);
    if (m_taken > 0 && m_taken + bytes > m_bytes)
        return nullptr;
    m_taken += bytes;
    return std::make_unique<Share>(*this, bytes);
}

MemoryBudget::Share::Share(MemoryBudget &budget, qint64 bytes)
    : m_budget(budget)
    , m_bytes(bytes)
{}

MemoryBudget::Share::~Share()
{
    const std::scoped_lock lock(m_budget.m_mutex);
    m_budget.m_taken -= m_bytes;
}

} // namespace createzoom
