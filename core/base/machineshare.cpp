// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/machineshare.h"

#include <QDir>
#include <QFile>
#include <QStringList>
#include <QThread>

#include <algorithm>
#include <optional>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed()
                                          : QString();
}

/// The words "max" and -1, and files that are not there, are no limit.
std::optional<qint64> limitFrom(const QString &text)
{
    bool isNumber = false;
    const qint64 limit = text.toLongLong(&isNumber);
    return isNumber && limit > 0 ? std::optional(limit) : std::nullopt;
}

void limitMemory(MachineShare &share, const QString &text)
{
    if (const std::optional<qint64> limit = limitFrom(text))
        share.memoryBytes = std::min(share.memoryBytes, *limit);
}

/// Microseconds of processor time within a period.
void limitCores(MachineShare &share, const QString &quotaText, const QString &periodText)
{
    const std::optional<qint64> quota = limitFrom(quotaText);
    const std::optional<qint64> period = limitFrom(periodText);
    if (quota && period)
        share.cores
            = static_cast<int>(std::min<qint64>(share.cores, (*quota + *period - 1) / *period));
}

void limitByGroup(MachineShare &share, const QString &group)
{
    limitMemory(share, textOf(group + u"/memory.max"_s)); // version 2
    limitMemory(share, textOf(group + u"/memory.limit_in_bytes"_s)); // version 1
    const QStringList words = textOf(group + u"/cpu.max"_s).split(u' ');
    limitCores(share, words.value(0), words.value(1));
    limitCores(
        share, textOf(group + u"/cpu.cfs_quota_us"_s), textOf(group + u"/cpu.cfs_period_us"_s));
}

} // namespace

MachineShare shareWithin(const QString &membership, const QString &root, MachineShare whole)
{
    MachineShare share = whole;
    for (const QString &line : membership.split(u'\n', Qt::SkipEmptyParts)) {
        // "0::/path" (version 2), "4:memory:/path" (version 1: each controller has a folder)
        const QString controllers = line.section(u':', 1, 1);
        const QString hierarchy = controllers.isEmpty() ? root : root + u'/' + controllers;
        // In a container the path may be that of the machine, of which only the end is mounted.
        QString path = QDir::cleanPath(line.section(u':', 2));
        for (; path.size() > 1; path = path.left(std::max(1, int(path.lastIndexOf(u'/')))))
            limitByGroup(share, hierarchy + path);
        limitByGroup(share, hierarchy);
    }
    share.cores = std::max(1, share.cores);
    return share;
}

MachineShare machineShare()
{
    const MachineShare whole{.memoryBytes
                             = qint64{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE),
                             .cores = QThread::idealThreadCount()};
    return shareWithin(textOf(u"/proc/self/cgroup"_s), u"/sys/fs/cgroup"_s, whole);
}

} // namespace createzoom
