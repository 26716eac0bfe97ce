// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <mutex>

namespace createzoom {

/// The token with which watched folders deliver into buckets, and whether it still holds. It is in
/// memory alone. Any thread.
class WatchToken
{
public:
    /// A copy, and which of those that were set it is: a late refusal is of one that is no more.
    struct Copy
    {
        Secret secret{};
        int number = 0;
    };

    void set(const Secret &token);
    Copy copy() const;
    /// A bucket did not take it, though it may not have expired: it was revoked.
    void refuse(int number);

    bool isRefused() const;
    bool holds(qint64 now) const; ///< UTC milliseconds

private:
    mutable std::mutex m_mutex{}; ///< guards what follows
    Secret m_token{};
    int m_number = 0;
    bool m_isRefused = false;
};

} // namespace createzoom
