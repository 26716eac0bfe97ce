// SPDX-License-Identifier: GPL-3.0-or-later
// In every program of the tsan preset: what the thread sanitizer of GCC must know, and must not
// see.

#include <cstdarg>
#include <sched.h>
#include <sys/types.h>

/// Qt, GLib and libvips are built without it.
extern "C" const char *__tsan_default_options()
{
    return "ignore_noninstrumented_modules=1";
}

/// Handed over under locks within Qt, which is built without it: events that are posted (mostly the
/// pipe that wakes the other thread is seen in their stead; a thread that is awake has no need of
/// one), and the threads of a viewer that has gone, which a thread pool joins.
extern "C" const char *__tsan_default_suppressions()
{
    return "race:invokeMethod<\n"
           "race:createzoom::TileLoader::~TileLoader\n";
}

extern "C" int __clone(int (*run)(void *), void *stack, int flags, void *argument, ...);

/// As the C library has it.
///
/// QProcess starts its children by clone(CLONE_VM | CLONE_VFORK): until it becomes the other
/// program, a child runs in its parent's memory. The sanitizer of GCC 12 and later takes every
/// clone() for a fork, whose child has a memory of its own: in the child it unlocks its list of
/// threads and stops listening to the thread, and means neither for the parent. From then on two
/// threads may write that list at once (it crashes, or waits for ever), and what this thread
/// releases is not seen. A program's own symbol comes before the sanitizer's, and __clone() is one
/// that it does not intercept.
extern "C" int clone(int (*run)(void *), void *stack, int flags, void *argument, ...) noexcept
{
    va_list rest;
    va_start(rest, argument);
    auto *const pid = va_arg(rest, pid_t *);
    void *const storage = va_arg(rest, void *);
    auto *const childPid = va_arg(rest, pid_t *);
    va_end(rest);
    return __clone(run, stack, flags, argument, pid, storage, childPid);
}
