// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/childprocess.h"

#include <QProcess>
#include <QProcessEnvironment>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int pollMilliseconds = 100;
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

/// Between fork and exec: only async-signal-safe calls.
void restrictSelf(const ProcessLimits &limits, pid_t parent)
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
    ::setpriority(PRIO_PROCESS, 0, childNiceness);
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

void killGroup(const QProcess &process)
{
    const auto pid = static_cast<pid_t>(process.processId());
    if (pid > 0)
        ::kill(-pid, SIGKILL);
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

} // namespace

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
    process.setChildProcessModifier(
        [limits = command.limits, parent = ::getpid()] { restrictSelf(limits, parent); });
    process.start(QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return Error{ErrorCode::Io,
                     u"The program that converts images cannot be started"_s,
                     command.program + u": "_s + process.errorString()};

    ChildExit exit;
    QByteArray rest;
    bool running = true;
    while (running) {
        running
            = !process.waitForFinished(pollMilliseconds) && process.state() != QProcess::NotRunning;
        readLines(process, rest, line);
        exit.errorOutput
            = (exit.errorOutput + process.readAllStandardError()).right(keptErrorBytes);
        if (running && stop.stop_requested())
            killGroup(process);
    }
    const bool crashed = process.exitStatus() == QProcess::CrashExit;
    exit.signal = crashed ? process.exitCode() : 0; // Qt hands over the signal's number there
    exit.code = crashed ? 0 : process.exitCode();
    return exit;
}

} // namespace createzoom
