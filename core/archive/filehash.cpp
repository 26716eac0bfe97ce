// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/filehash.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

FileHash::FileHash(const QString &path)
    : m_thread([this, path](const std::stop_token &stop) { run(stop, path); })
{}

FileHash::~FileHash() = default;

void FileHash::advanceTo(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    if (bytes == m_settled)
        return;
    m_settled = bytes;
    m_changed.notify_one();
}

Result<QString> FileHash::finish(qint64 bytes)
{
    {
        const std::lock_guard lock(m_mutex);
        m_settled = bytes;
        m_isWhole = true;
        m_changed.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
    const std::lock_guard lock(m_mutex);
    if (m_error)
        return *m_error;
    return m_md5;
}

void FileHash::run(const std::stop_token &stop, const QString &path)
{
    constexpr qint64 blockSize = qint64{1} << 20;
    QCryptographicHash hash(QCryptographicHash::Md5);
    QFile file(path);
    QByteArray block(blockSize, Qt::Uninitialized);
    bool isRead = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    qint64 done = 0;
    for (qint64 settled = 0; isRead && (settled = waitBeyond(done, stop)) > done;) {
        const qint64 count = file.read(block.data(), std::min(blockSize, settled - done));
        isRead = count > 0;
        done += std::max<qint64>(count, 0);
        hash.addData({block.constData(), static_cast<qsizetype>(std::max<qint64>(count, 0))});
    }
    const std::lock_guard lock(m_mutex);
    if (!isRead)
        m_error = Error{ErrorCode::Io, u"The archive cannot be read"_s, file.errorString()};
    m_md5 = QString::fromLatin1(hash.result().toHex());
}

/// Where the settled part ends, once it goes beyond `done`; `done` at the end.
qint64 FileHash::waitBeyond(qint64 done, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [&] { return m_isWhole || m_settled > done; });
    return stop.stop_requested() ? done : m_settled;
}

} // namespace createzoom
