// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <optional>

namespace createzoom {

/// A stretch of a file that is in memory without a copy. All of it has been read when map()
/// returns, so that a bad disk or a file that became shorter is an answer of map() and not a signal
/// later on. Owned by one thread.
class MappedBytes
{
public:
    /// Nothing when the file has no such stretch, or where the system cannot do it (before Linux
    /// 5.14): to be read in another way then.
    static std::optional<MappedBytes> map(int descriptor, qint64 offset, qint64 size);
    MappedBytes(MappedBytes &&other) noexcept;
    MappedBytes &operator=(MappedBytes &&other) noexcept;
    ~MappedBytes();

    QByteArrayView bytes() const { return m_bytes; }

private:
    MappedBytes() = default;
    void unmap();

    void *m_pages = nullptr;
    size_t m_length = 0; ///< of the pages
    QByteArrayView m_bytes;
};

} // namespace createzoom
