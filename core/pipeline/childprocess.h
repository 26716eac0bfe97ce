// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>

namespace createzoom {

/// What a decoding child may use. 0 = no limit.
struct ProcessLimits
{
    qint64 memoryBytes = 0; ///< address space
    std::chrono::seconds cpuTime{0};
    std::chrono::milliseconds wallTime{0};
    int openFiles = 1024;
    qint64 fileBytes = 0; ///< each file that it writes
    qint64 roomBytes = 0; ///< the same, where the disk has no more

    qint64 largestFile() const;
};

struct ChildCommand
{
    QString program{};
    QStringList arguments{}; ///< visible to every user of the machine: never a secret
    QString tempFolder{}; ///< its TMPDIR and working folder, to write in
    QStringList readable{}; ///< files, and folders with all below them, that it may read
    QStringList writable{}; ///< more folders to write in
    ProcessLimits limits{};
    std::function<bool()> mayRun{}; ///< asked often; while it says no, the child stands still
};

struct ChildExit
{
    int code = 0;
    int signal = 0; ///< that killed it; 0 = it ended by itself
    bool tookTooLong = false; ///< its wall time was over, and we killed it
    QByteArray errorOutput{}; ///< the last 8 KiB of stderr
};

/// Runs a child to its end: with limits, without network and new privileges (SyscallFilter), with
/// the system's files and those of the command alone (FileFence; a kernel that refuses either is
/// logged once), with an environment of its own (nothing of ours but the locale and the path),
/// without our open files, at a lower priority, in a process group of its own. It dies with us; all
/// its group on `stop`, when its time is over, and when it has ended. `line` gets each line of its
/// standard output. Blocks; worker threads only. An Error only when it could not be started.
Result<ChildExit> runChild(const ChildCommand &command,
                           const std::stop_token &stop,
                           const std::function<void(const QByteArray &)> &line);

} // namespace createzoom
