// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <linux/filter.h>
#include <optional>
#include <vector>

namespace createzoom {

/// What a decoding child may not ask of the kernel: sockets of any kind (so no network), leaving
/// its process group, looking into other processes, changing mounts, or rights, owners and times of
/// files, kernel interfaces that no decoder needs. A refused call fails with EACCES. Made by
/// libseccomp before the fork, because it allocates memory; a value.
class SyscallFilter
{
public:
    /// Nothing: libseccomp cannot.
    static std::optional<SyscallFilter> forDecoders();

    /// In the child, between fork and exec, after PR_SET_NO_NEW_PRIVS; async-signal-safe. False:
    /// the kernel refuses.
    bool apply() const noexcept;

private:
    std::vector<sock_filter> m_program;
};

} // namespace createzoom
