// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <sodium.h>
#include <sys/prctl.h>
#include <utility>

namespace createzoom {

Secret::Secret(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    m_bytes.detach();
}

Secret::~Secret()
{
    wipe();
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret Secret::copy() const
{
    return Secret(QByteArray(m_bytes.constData(), m_bytes.size()));
}

bool Secret::equals(const QByteArray &other) const
{
    return m_bytes.size() == other.size()
        && sodium_memcmp(
               m_bytes.constData(), other.constData(), static_cast<size_t>(m_bytes.size()))
        == 0;
}

void keepMemoryPrivate()
{
    ::prctl(PR_SET_DUMPABLE, 0);
}

void Secret::wipe()
{
    // data() of shared bytes would wipe a fresh copy: expose() hands out references, so only we
    // hold them.
    if (m_bytes.isDetached())
        sodium_memzero(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
    m_bytes.clear();
}

} // namespace createzoom
