// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/openfiles.h"

#include <algorithm>
#include <sys/resource.h>

namespace createzoom {

void raiseOpenFileLimit()
{
    // Beyond this a program that closes "all" descriptors before a child starts becomes slow.
    constexpr rlim_t enough = 65'536;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= enough)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, enough);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace createzoom
