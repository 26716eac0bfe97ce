// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

namespace createzoom::fuzz {

/// The fuzzer's bytes as a file in memory, for code that takes names.
class File
{
public:
    File(const std::uint8_t *data, std::size_t size)
        : m_descriptor(::memfd_create("fuzz", 0))
    {
        if (m_descriptor < 0 || ::write(m_descriptor, data, size) != static_cast<ssize_t>(size))
            std::abort();
    }
    ~File() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(File)

    QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor); }

private:
    const int m_descriptor;
};

} // namespace createzoom::fuzz
