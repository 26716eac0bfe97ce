// SPDX-License-Identifier: GPL-3.0-or-later
// For the thread sanitizer only, in every program: clone() as the C library has it.
//
// QProcess starts its children by clone(CLONE_VM | CLONE_VFORK): until it becomes the other
// program, a child runs in its parent's memory. The sanitizer of GCC 12 and later takes every
// clone() for a fork, whose child has a memory of its own: in the child it unlocks its list of
// threads and stops listening to the thread, and means neither for the parent. From then on two
// threads may write that list at once (it crashes, or waits for ever), and what this thread
// releases is not seen. A program's own symbol comes before the sanitizer's, and __clone() is one
// that it does not intercept.

#include <cstdarg>
#include <sched.h>
#include <sys/types.h>

extern "C" int __clone(int (*run)(void *), void *stack, int flags, void *argument, ...);

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
