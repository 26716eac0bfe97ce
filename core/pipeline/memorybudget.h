// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <mutex>

namespace createzoom {

/// The memory that all conversions of this machine may use at a time, as promised to them by their
/// estimates. Owned by the stage that converts; any thread. Numbers are bytes.
class MemoryBudget
{
public:
    /// A part of the budget; ends with the object, which the budget outlives.
    class Share
    {
    public:
        Share(MemoryBudget &budget, qint64 bytes);
        ~Share();
        Q_DISABLE_COPY_MOVE(Share)

    private:
        MemoryBudget &m_budget;
        const qint64 m_bytes;
    };

    explicit MemoryBudget(qint64 bytes);

    /// Null: not now. Alone, anybody may: what is too large for the budget would never begin else.
    std::unique_ptr<Share> take(qint64 bytes);

private:
    const qint64 m_bytes;
    std::mutex m_mutex; ///< guards what follows
    qint64 m_taken = 0;
};

} // namespace createzoom
