// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/smalldisk.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <sys/mount.h>
#include <unistd.h>

namespace createzoom::tests {

namespace {

constexpr int patience = 30'000; ///< milliseconds
constexpr unsigned between = 500; ///< microseconds from one try to the next

} // namespace

SmallDisk::SmallDisk(qint64 bytes, int files)
{
    const QByteArray size
        = "size=" + QByteArray::number(bytes) + ",nr_inodes=" + QByteArray::number(files);
    m_isMounted
        = ::mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", 0, size.constData())
        == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        ::umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
}

void SmallDisk::fill()
{
    QFile file(ballast());
    const QByteArray block(1 << 16, 'x');
    if (file.open(QIODevice::Append | QIODevice::Unbuffered)) {
        while (file.write(block) == block.size())
            ;
    }
}

void SmallDisk::fillWithFiles()
{
    QDir().mkpath(manyFiles());
    for (int i = 0; QFile(manyFiles() + u'/' + QString::number(i)).open(QIODevice::WriteOnly); ++i)
        ;
}

void SmallDisk::empty()
{
    QFile::remove(ballast());
    QDir(manyFiles()).removeRecursively();
}

bool SmallDisk::setReadOnly(bool isReadOnly)
{
    const unsigned long flags = isReadOnly ? MS_REMOUNT | MS_RDONLY : MS_REMOUNT;
    const QDeadlineTimer deadline(patience);
    while (::mount(nullptr, QFile::encodeName(path()).constData(), nullptr, flags, nullptr) != 0) {
        if (deadline.hasExpired())
            return false;
        ::usleep(between);
    }
    return true;
}

} // namespace createzoom::tests
