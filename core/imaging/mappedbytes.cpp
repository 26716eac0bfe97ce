// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/mappedbytes.h"

#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace createzoom {

namespace {

/// madvise(2); the C library's headers of older systems do not have it.
constexpr int populateForReading = 22;

} // namespace

std::optional<MappedBytes> MappedBytes::map(int descriptor, qint64 offset, qint64 size)
{
    static const qint64 pageSize = ::sysconf(_SC_PAGESIZE);
    if (offset < 0 || size <= 0)
        return std::nullopt;
    const qint64 before = offset % pageSize;
    const auto length = static_cast<size_t>(before + size);
    void *pages = ::mmap(nullptr, length, PROT_READ, MAP_SHARED, descriptor, offset - before);
    if (pages == MAP_FAILED)
        return std::nullopt;
    MappedBytes mapped;
    mapped.m_pages = pages;
    mapped.m_length = length;
    mapped.m_bytes = QByteArrayView(static_cast<const char *>(pages) + before, size);
    if (::madvise(pages, length, populateForReading) != 0)
        return std::nullopt;
    return mapped;
}

MappedBytes::MappedBytes(MappedBytes &&other) noexcept
{
    *this = std::move(other);
}

MappedBytes &MappedBytes::operator=(MappedBytes &&other) noexcept
{
    if (this != &other) {
        unmap();
        m_pages = std::exchange(other.m_pages, nullptr);
        m_length = std::exchange(other.m_length, 0);
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

MappedBytes::~MappedBytes()
{
    unmap();
}

void MappedBytes::unmap()
{
    if (m_pages)
        ::munmap(m_pages, m_length);
}

} // namespace createzoom
