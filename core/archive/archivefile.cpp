// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archivefile.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype bufferSize = qsizetype{1} << 20;

} // namespace

ArchiveFile::ArchiveFile(const QString &path)
    : m_file(path)
{}

ArchiveFile::~ArchiveFile() = default;

bool ArchiveFile::open(OpenMode mode)
{
    errno = 0;
    if (!m_file.open(WriteOnly | Truncate | Unbuffered)) {
        m_errno = errno;
        return false;
    }
    m_buffer.reserve(bufferSize);
    // QuaZip sees a device that is never buffered by Qt: the positions are ours alone.
    return QIODevice::open(mode | Unbuffered);
}

void ArchiveFile::close()
{
    flushBuffer();
    m_file.close();
    QIODevice::close();
}

qint64 ArchiveFile::size() const
{
    return m_written + m_buffer.size();
}

bool ArchiveFile::seek(qint64 position)
{
    if (position < 0 || position > size())
        return false;
    m_position = position;
    return QIODevice::seek(position);
}

Result<void> ArchiveFile::sync()
{
    if (m_errno == 0 && flushBuffer() && ::fsync(m_file.handle()) != 0)
        m_errno = errno;
    if (m_errno != 0)
        return failure(QFileInfo(m_file).fileName());
    return {};
}

Error ArchiveFile::failure(const QString &fileName) const
{
    const QString detail = qt_error_string(m_errno);
    if (m_errno == ENOSPC || m_errno == EDQUOT)
        return {
            ErrorCode::DiskFull, u"The disk is full: %1 cannot be written"_s.arg(fileName), detail};
    if (m_errno == EFBIG)
        return {ErrorCode::Limit, u"%1 is larger than a file may be here"_s.arg(fileName), detail};
    return {ErrorCode::Io, u"%1 cannot be written"_s.arg(fileName), detail};
}

qint64 ArchiveFile::readData(char * /*data*/, qint64 /*maxSize*/)
{
    return -1;
}

qint64 ArchiveFile::writeData(const char *data, qint64 size)
{
    if (m_errno != 0)
        return -1;
    // A header completed after its entry left the buffer.
    const qint64 inFile = std::clamp<qint64>(m_written - m_position, 0, size);
    if (inFile > 0 && !writeAt(m_position, data, inFile))
        return -1;
    const qint64 rest = size - inFile;
    const qint64 at = m_position + inFile - m_written;
    const qint64 over = std::clamp<qint64>(m_buffer.size() - at, 0, rest);
    if (rest > 0) {
        std::copy_n(data + inFile, over, m_buffer.data() + at);
        m_buffer.append(data + inFile + over, rest - over);
    }
    m_position += size;
    if (m_buffer.size() >= bufferSize && !flushBuffer())
        return -1;
    return size;
}

bool ArchiveFile::flushBuffer()
{
    if (m_errno != 0 || !writeAt(m_written, m_buffer.constData(), m_buffer.size()))
        return false;
    // Begins to write out, and waits for nothing: else sync() has gigabytes before it.
    if (m_buffer.size() >= bufferSize)
        ::sync_file_range(m_file.handle(), m_written, m_buffer.size(), SYNC_FILE_RANGE_WRITE);
    m_written += m_buffer.size();
    m_buffer.resize(0);
    return true;
}

bool ArchiveFile::writeAt(qint64 position, const char *data, qint64 size)
{
    while (size > 0) {
        const ssize_t count = ::pwrite(m_file.handle(), data, static_cast<size_t>(size), position);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            // A write that stores nothing without a reason given: the disk is full.
            m_errno = count < 0 ? errno : ENOSPC;
            return false;
        }
        data += count;
        position += count;
        size -= count;
    }
    return true;
}

} // namespace createzoom
