// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/partfile.h"

#include "core/transfer/fileerror.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString partPrefix = u".createzoom-"_s;
const QString partSuffix = u".part"_s;
constexpr std::chrono::milliseconds lockInterval{50};

Error systemError(const QString &attempt, const QString &path)
{
    const int number = errno;
    const ErrorCode code = writeErrorCode(number);
    return {code,
            code == ErrorCode::DiskFull ? attempt + u": there is no space left on the disk"_s
                                        : attempt,
            u"%1: %2"_s.arg(path, qt_error_string(number))};
}

const QString attempt = u"the bucket's folder could not be written"_s;

} // namespace

PartFile::PartFile(const QString &target)
    : m_target(target)
{
    // Hashed: with prefix and suffix a long name would be too long.
    const QFileInfo info(target);
    const QByteArray hash
        = QCryptographicHash::hash(info.fileName().toUtf8(), QCryptographicHash::Sha1).toHex();
    m_hidden = info.path() + u'/' + partPrefix + QString::fromLatin1(hash) + partSuffix;
}

PartFile::~PartFile()
{
    // Removed before the lock goes with the file: nobody can have opened it in between and found it
    // free.
    if (!m_link.isEmpty())
        ::unlink(QFile::encodeName(m_link).constData());
    if (m_file.isOpen())
        ::unlink(QFile::encodeName(m_hidden).constData());
}

bool PartFile::isPartName(const QString &fileName)
{
    return fileName.startsWith(partPrefix) && fileName.endsWith(partSuffix);
}

Result<void> PartFile::open(const StepControl &control)
{
    for (;;) {
        if (control.stopRequested())
            return cancelledError();
        const Result<Lock> lock = tryLock();
        if (!lock)
            return lock.error();
        if (*lock == Lock::Taken)
            return {};
        std::this_thread::sleep_for(lockInterval);
    }
}

Result<PartFile::Lock> PartFile::tryLock()
{
    const QByteArray path = QFile::encodeName(m_hidden);
    const int fd = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0)
        return systemError(attempt, m_hidden);
    struct stat opened = {};
    struct stat named = {};
    // The one who had it may have renamed or removed it since: then this is not the file of that
    // name any more.
    const bool isOurs = ::flock(fd, LOCK_EX | LOCK_NB) == 0 && ::fstat(fd, &opened) == 0
        && ::stat(path.constData(), &named) == 0 && opened.st_ino == named.st_ino;
    if (!isOurs) {
        ::close(fd);
        return Lock::Busy;
    }
    if (::ftruncate(fd, 0) != 0
        || !m_file.open(
            fd, QIODevice::ReadWrite | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        const Error error = systemError(attempt, m_hidden);
        ::unlink(path.constData());
        ::close(fd);
        return error;
    }
    return Lock::Taken;
}

bool PartFile::adopt(const QString &path)
{
    // Another name than the one whose lock is held: who waits for that one cuts the file to
    // nothing.
    QString link = m_hidden;
    link.insert(link.size() - partSuffix.size(), u"-link"_s);
    const QByteArray name = QFile::encodeName(link);
    ::unlink(name.constData());
    if (::link(QFile::encodeName(path).constData(), name.constData()) != 0)
        return false;
    m_link = link;
    return true;
}

Result<void> PartFile::commit()
{
    QFile adopted(m_link);
    const bool isAdopted = !m_link.isEmpty();
    if (isAdopted && !adopted.open(QIODevice::ReadOnly))
        return fileError(adopted, attempt);
    if (const Result<void> synced = syncToDisk(isAdopted ? adopted : m_file, attempt); !synced)
        return synced;
    const QByteArray target = QFile::encodeName(m_target);
    const QByteArray source = QFile::encodeName(isAdopted ? m_link : m_hidden);
    if (::rename(source.constData(), target.constData()) != 0)
        return systemError(attempt, m_target);
    m_link.clear();
    if (!isAdopted)
        m_file.close();
    const int folder
        = ::open(QFile::encodeName(QFileInfo(m_target).path()).constData(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = folder >= 0 && ::fsync(folder) == 0;
    const Result<void> result = isSynced ? Result<void>() : systemError(attempt, m_target);
    if (folder >= 0)
        ::close(folder);
    return result;
}

} // namespace createzoom
