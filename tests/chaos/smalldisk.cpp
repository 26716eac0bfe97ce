// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/smalldisk.h"

#include <QFile>

#include <sys/mount.h>

namespace createzoom::tests {

SmallDisk::SmallDisk(qint64 bytes)
{
    const QByteArray size = "size=" + QByteArray::number(bytes);
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

void SmallDisk::empty()
{
    QFile::remove(ballast());
}

} // namespace createzoom::tests
