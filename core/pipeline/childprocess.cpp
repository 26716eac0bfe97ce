// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/childprocess.h"

#include "core/base/logging.h"
#include "core/pipeline/filefence.h"
#include "core/pipeline/syscallfilter.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <linux/close_range.h>
#include <memory>
#include <mutex>
#include <optional>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int pollMilliseconds = 25;
constexpr qsizetype keptErrorBytes = 8192;
constexpr qsizetype maxLineBytes = 65'536;
constexpr int childNiceness = 5; // below the thread that answers requests

void setLimit(int resource, rlim_t value)
{
    const rlimit limit{value, value};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

/// The hard limit kills without a word; the soft one first sends SIGXCPU, which tells a limit from
/// a crash.
void setCpuLimit(rlim_t seconds)
{
    constexpr rlim_t lateness = 5;
    const rlimit limit{seconds, seconds + lateness};
    ::setrlimit(RLIMIT_CPU, &limit);
}

enum class Refusal : char { Filter, Fence };

/// In the order of Refusal.
constexpr std::array refusalMessages{
    "the kernel refuses filters of system calls: programs that decode images are not kept from the "
    "network",
    "the kernel refuses Landlock: programs that decode images are kept from other files by the "
    "rights of this user alone"};

/// Over this the child says what was refused; its exec closes it.
class RefusalPipe
{
public:
    RefusalPipe() { m_isOpen = ::pipe2(m_ends.data(), O_CLOEXEC | O_NONBLOCK) == 0; }
    ~RefusalPipe()
    {
        if (m_isOpen) {
            ::close(m_ends[0]);
            ::close(m_ends[1]);
        }
    }
    Q_DISABLE_COPY_MOVE(RefusalPipe)

    int childEnd() const { return m_ends[1]; }
    void logWhatWasSaid() const
    {
        static std::array<std::once_flag, refusalMessages.size()> isLogged;
        for (char word = 0; m_isOpen && ::read(m_ends[0], &word, 1) == 1;) {
            const auto which = static_cast<std::size_t>(word);
            std::call_once(isLogged.at(which), [which] {
                qCWarning(lcPipeline).noquote() << refusalMessages.at(which);
            });
        }
    }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_isOpen = false;
};

/// Async-signal-safe.
void say(Refusal refusal, int pipe)
{
    [[maybe_unused]] const auto written = ::write(pipe, &refusal, 1);
}

/// Between fork and exec: only async-signal-safe calls.
void restrictSelf(const ProcessLimits &limits,
                  pid_t parent,
                  const FileFence *fence,
                  const SyscallFilter *filter,
                  int pipe)
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(1); // the parent died before the line above
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    setLimit(RLIMIT_CORE, 0); // a core would hold the image
    setLimit(RLIMIT_NOFILE, static_cast<rlim_t>(limits.openFiles));
#ifndef CREATEZOOM_SANITIZED // sanitizers reserve terabytes of address space
    if (limits.memoryBytes > 0)
        setLimit(RLIMIT_AS, static_cast<rlim_t>(limits.memoryBytes));
#endif
    if (limits.cpuTime.count() > 0)
        setCpuLimit(static_cast<rlim_t>(limits.cpuTime.count()));
    if (limits.largestFile() > 0)
        setLimit(RLIMIT_FSIZE, static_cast<rlim_t>(limits.largestFile()));
    ::setpriority(PRIO_PROCESS, 0, childNiceness);
    constexpr unsigned firstOwn = 3;
    ::syscall(SYS_close_range, firstOwn, ~0U, CLOSE_RANGE_CLOEXEC);
    if (!fence || !fence->apply())
        say(Refusal::Fence, pipe);
    if (!filter || !filter->apply())
        say(Refusal::Filter, pipe);
}

QProcessEnvironment childEnvironment(const QString &tempFolder)
{
    static const QStringList passedOn{u"PATH"_s,
                                      u"LANG"_s,
                                      u"LC_ALL"_s,
                                      u"LD_LIBRARY_PATH"_s,
                                      u"ASAN_OPTIONS"_s,
                                      u"TSAN_OPTIONS"_s,
                                      u"UBSAN_OPTIONS"_s,
                                      u"LSAN_OPTIONS"_s};
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment theirs;
    for (const QString &name : passedOn) {
        if (ours.contains(name))
            theirs.insert(name, ours.value(name));
    }
    theirs.insert(u"HOME"_s, tempFolder);
    theirs.insert(u"TMPDIR"_s, tempFolder);
    theirs.insert(u"MALLOC_ARENA_MAX"_s,
                  u"2"_s); // the C library's arenas are most of a decoder's idle memory
    return theirs;
}

void killGroup(pid_t leader)
{
    if (leader > 0)
        ::kill(-leader, SIGKILL);
}

void readLines(QProcess &process,
               QByteArray &rest,
               const std::function<void(const QByteArray &)> &line)
{
    rest += process.readAllStandardOutput();
    qsizetype begin = 0;
    for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', begin)) {
        line(rest.mid(begin, end - begin));
        begin = end + 1;
    }
    rest.remove(0, begin);
    if (rest.size() > maxLineBytes)
        rest.clear(); // our own child never writes such a line: a hijacked one must not fill our
                      // memory
}

QDeadlineTimer deadlineOf(const ProcessLimits &limits)
{
    return limits.wallTime.count() > 0 ? QDeadlineTimer(limits.wallTime)
                                       : QDeadlineTimer(QDeadlineTimer::Forever);
}

} // namespace

qint64 ProcessLimits::largestFile() const
{
    return fileBytes > 0 && roomBytes > 0 ? std::min(fileBytes, roomBytes)
                                          : std::max(fileBytes, roomBytes);
}

Result<ChildExit> runChild(const ChildCommand &command,
                           const std::stop_token &stop,
                           const std::function<void(const QByteArray &)> &line)
{
    QProcess process;
    process.setProgram(command.program);
    process.setArguments(command.arguments);
    process.setProcessEnvironment(childEnvironment(command.tempFolder));
    process.setWorkingDirectory(command.tempFolder);
    process.setStandardInputFile(QProcess::nullDevice());
    const std::optional<SyscallFilter> filter = SyscallFilter::forDecoders();
    const std::unique_ptr<const FileFence> fence
        = FileFence::around({.programs = {command.program},
                             .readable = command.readable,
                             .writable = command.writable + QStringList{command.tempFolder}});
    const RefusalPipe refusal;
    process.setChildProcessModifier(
        [limits = command.limits,
         parent = ::getpid(),
         files = fence.get(),
         calls = filter ? &*filter : nullptr,
         pipe = refusal.childEnd()] { restrictSelf(limits, parent, files, calls, pipe); });
    process.start(QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return Error{ErrorCode::Io,
                     u"The program that converts images cannot be started"_s,
                     command.program + u": "_s + process.errorString()};
    refusal.logWhatWasSaid();

    const auto leader = static_cast<pid_t>(process.processId());
    const QDeadlineTimer end = deadlineOf(command.limits);
    ChildExit exit;
    QByteArray rest;
    bool running = true;
    bool isHeld = false;
    while (running) {
        running
            = !process.waitForFinished(pollMilliseconds) && process.state() != QProcess::NotRunning;
        readLines(process, rest, line);
        exit.errorOutput
            = (exit.errorOutput + process.readAllStandardError()).right(keptErrorBytes);
        if (running && command.mayRun && command.mayRun() == isHeld) {
            ::kill(-leader, isHeld ? SIGCONT : SIGSTOP);
            isHeld = !isHeld;
        }
        exit.tookTooLong = exit.tookTooLong || (running && end.hasExpired());
        if (running && (stop.stop_requested() || exit.tookTooLong))
            killGroup(leader);
    }
    killGroup(leader); // what it started and left behind
    const bool crashed = process.exitStatus() == QProcess::CrashExit;
    exit.signal = crashed ? process.exitCode() : 0; // Qt hands over the signal's number there
    exit.code = crashed ? 0 : process.exitCode();
    return exit;
}

} // namespace createzoom
