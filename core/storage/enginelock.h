// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace createzoom {

/// The right to be the only process on a data folder: an flock on a file, which the kernel drops
/// when its holder dies. Owned by SqliteDatabase. A move-only value.
class EngineLock
{
public:
    /// Unavailable when another process (or another engine of this one) holds it. Of a holder that
    /// was killed a moment ago it waits for the last child.
    static Result<EngineLock> take(const QString &file);

    ~EngineLock();
    EngineLock(EngineLock &&other) noexcept;
    EngineLock &operator=(EngineLock &&other) noexcept;
    EngineLock(const EngineLock &) = delete;
    EngineLock &operator=(const EngineLock &) = delete;

private:
    explicit EngineLock(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor = -1;
};

} // namespace createzoom
