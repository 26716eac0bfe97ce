// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/syscallfilter.h"

#include <array>
#include <cerrno>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace createzoom {

namespace {

constexpr int fchmodat2 = 452; ///< on every machine; libseccomp of Debian 12 has no name for it

constexpr std::array refusedCalls{
    SCMP_SYS(socket),
    SCMP_SYS(io_uring_setup), // makes sockets past this filter
    SCMP_SYS(setsid), // a group that is killed as one must stay one
    SCMP_SYS(setpgid),
#ifndef CREATEZOOM_SANITIZED // the leak sanitizer traces its own process
    SCMP_SYS(ptrace),
#endif
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(keyctl),
    // What Landlock does not know of: names, rights and times of files that may not be opened.
    SCMP_SYS(truncate),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    fchmodat2,
    SCMP_SYS(chown),
    SCMP_SYS(lchown),
    SCMP_SYS(fchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr),
    SCMP_SYS(removexattr),
    SCMP_SYS(lremovexattr),
    SCMP_SYS(fremovexattr),
    SCMP_SYS(utime),
    SCMP_SYS(utimes),
    SCMP_SYS(futimesat),
    SCMP_SYS(utimensat),
};

using Context = std::unique_ptr<void, decltype(&seccomp_release)>;

/// libseccomp writes programs into files only.
bool readProgram(scmp_filter_ctx context, std::vector<sock_filter> &program)
{
    const int file = ::memfd_create("filter", MFD_CLOEXEC);
    if (file < 0)
        return false;
    struct stat about
    {
    };
    bool isRead = seccomp_export_bpf(context, file) == 0 && ::fstat(file, &about) == 0;
    if (isRead) {
        program.resize(static_cast<std::size_t>(about.st_size) / sizeof(sock_filter));
        isRead = ::pread(file, program.data(), static_cast<std::size_t>(about.st_size), 0)
            == about.st_size;
    }
    ::close(file);
    return isRead && !program.empty();
}

} // namespace

std::optional<SyscallFilter> SyscallFilter::forDecoders()
{
    const Context context(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    if (!context)
        return std::nullopt;
    for (const int call : refusedCalls) {
        if (seccomp_rule_add(context.get(), SCMP_ACT_ERRNO(EACCES), call, 0) != 0)
            return std::nullopt;
    }
    SyscallFilter filter;
    if (!readProgram(context.get(), filter.m_program))
        return std::nullopt;
    return filter;
}

bool SyscallFilter::apply() const noexcept
{
    const sock_fprog program{static_cast<unsigned short>(m_program.size()),
                             const_cast<sock_filter *>(m_program.data())};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

} // namespace createzoom
