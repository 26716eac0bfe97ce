// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a process of tests (settableclock): its wall clock shows the milliseconds since
// 1970 that a file holds, until a test writes others. libfaketime cannot do it: Redis' allocator
// asks for the time before libfaketime can read anything.
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

std::int64_t now()
{
    static const volatile std::int64_t *const shown = [] {
        const int file = ::open(std::getenv("STOPPED_CLOCK"), O_RDONLY);
        return static_cast<const volatile std::int64_t *>(
            ::mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, file, 0));
    }();
    return *shown;
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec *time)
{
    if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
        return static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
    const std::int64_t ms = now();
    *time = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1'000'000};
    return 0;
}

int gettimeofday(timeval *time, void * /*zone*/)
{
    const std::int64_t ms = now();
    *time = {.tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000};
    return 0;
}

time_t time(time_t *time)
{
    const time_t seconds = now() / 1000;
    if (time)
        *time = seconds;
    return seconds;
}
}
