// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace createzoom {

/// What this process may use of its machine: the whole, or less in a container or a service that
/// has limits.
struct MachineShare
{
    qint64 memoryBytes = 0;
    int cores = 0; ///< rounded up; at least 1
};

/// Reads the kernel's files; any thread.
MachineShare machineShare();

/// `whole`, cut by the control groups of a process, of version 1 or 2, and by those above them.
/// `membership`: what /proc/PID/cgroup holds; `root`: "/sys/fs/cgroup".
MachineShare shareWithin(const QString &membership, const QString &root, MachineShare whole);

} // namespace createzoom
