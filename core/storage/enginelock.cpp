// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/enginelock.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr mode_t ownerOnly = 0600;
constexpr std::chrono::seconds longestPassing{2};
constexpr std::chrono::milliseconds pause{10};

QString holderOf(int descriptor)
{
    std::array<char, 32> text{};
    const ssize_t length = ::pread(descriptor, text.data(), text.size(), 0);
    const QByteArray process = QByteArray(text.data(), std::max<ssize_t>(length, 0)).trimmed();
    return process.isEmpty() ? u"unknown"_s : QString::fromLatin1(process);
}

bool isDead(const QString &process)
{
    const int number = process.toInt();
    return number > 0 && ::kill(number, 0) != 0 && errno == ESRCH;
}

/// A child between fork and exec shares the lock of its parent, and holds it for a moment after the
/// parent was killed.
bool lockNowOrWhenItPasses(int descriptor)
{
    const auto end = std::chrono::steady_clock::now() + longestPassing;
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (!isDead(holderOf(descriptor)) || std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(pause);
    }
    return true;
}

Result<void> writeHolder(int descriptor)
{
    const QByteArray process = QByteArray::number(::getpid()) + '\n';
    const bool isWritten = ::ftruncate(descriptor, 0) == 0
        && ::pwrite(descriptor, process.constData(), static_cast<size_t>(process.size()), 0)
            == process.size();
    if (isWritten)
        return {};
    const int reason = errno;
    return Error{writeErrorCode(reason),
                 u"The data folder cannot be written: %1"_s.arg(qt_error_string(reason))};
}

} // namespace

Result<EngineLock> EngineLock::take(const QString &file)
{
    // Close-on-exec: a decoding child that outlives us must not keep the folder locked.
    const int descriptor
        = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, ownerOnly);
    if (descriptor < 0)
        return Error{ErrorCode::Io,
                     u"The data folder cannot be written: %1"_s.arg(qt_error_string(errno)),
                     file};
    EngineLock lock(descriptor);
    if (!lockNowOrWhenItPasses(descriptor))
        return Error{ErrorCode::Unavailable,
                     u"The data folder is in use by another createzoom (process %1)"_s.arg(
                         holderOf(descriptor)),
                     file};
    if (const Result<void> written = writeHolder(descriptor); !written)
        return written.error();
    return lock;
}

EngineLock::~EngineLock()
{
    if (m_descriptor >= 0)
        ::close(
            m_descriptor); // drops the lock; the file stays, removing it would race with the next
}

EngineLock::EngineLock(EngineLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

EngineLock &EngineLock::operator=(EngineLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace createzoom
