// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace createzoom {

/// What a shell sees, the same for every verb.
enum class ExitCode : int {
    Ok = 0,
    SomeFailed = 1,
    Usage = 2,
    DiskFull = 3,
    Cancelled = 130, ///< as a shell reports SIGINT
};

} // namespace createzoom
