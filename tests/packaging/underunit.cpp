// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a command under what a unit of systemd takes from its process, where no systemd runs: the
// system calls of SystemCallFilter= (as systemd-analyze lists them), MemoryDenyWriteExecute=,
// RestrictNamespaces=, RestrictAddressFamilies= (IP and Unix), no capabilities, UMask=,
// LimitCORE=0, no new privileges. usage: underunit UNIT COMMAND...
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QStringList>

#include <cerrno>
#include <cstdio>
#include <linux/capability.h>
#include <map>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

using Groups = std::map<QString, QStringList>; ///< "@process" and what it holds

Groups groupsOfSystemd()
{
    QProcess process;
    process.start(u"systemd-analyze"_s, {u"--no-pager"_s, u"syscall-filter"_s});
    process.waitForFinished();
    Groups groups;
    QString current;
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n')) {
        const QString word = line.trimmed();
        if (line.startsWith(u'@'))
            current = word;
        else if (!current.isEmpty() && !word.isEmpty() && !word.startsWith(u'#'))
            groups[current] << word;
        else if (word.startsWith(u"# Unlisted"))
            break;
    }
    return groups;
}

void addCalls(const Groups &groups, const QString &word, QSet<QString> &calls)
{
    const auto group = groups.find(word);
    if (group == groups.end()) {
        calls << word;
        return;
    }
    for (const QString &member : group->second)
        addCalls(groups, member, calls);
}

QSet<QString> callsOf(const Groups &groups, const QString &words)
{
    QSet<QString> calls;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        addCalls(groups, word, calls);
    return calls;
}

/// The first line allows, those with '~' take away.
QSet<QString> allowedCalls(const QString &unit)
{
    const Groups groups = groupsOfSystemd();
    QSet<QString> allowed;
    QFile file(unit);
    if (!file.open(QIODevice::ReadOnly) || groups.empty())
        return {};
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QString key = u"SystemCallFilter="_s;
        if (line.startsWith(key + u'~'))
            allowed -= callsOf(groups, line.sliced(key.size() + 1));
        else if (line.startsWith(key))
            allowed += callsOf(groups, line.sliced(key.size()));
    }
    if (!allowed.isEmpty())
        allowed += callsOf(groups, u"@default"_s);
    return allowed;
}

bool allowOnly(const QSet<QString> &calls)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    for (const QString &call : calls) {
        const int number = seccomp_syscall_resolve_name(call.toUtf8().constData());
        if (number >= 0)
            seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0);
    }
    return seccomp_load(filter) == 0;
}

struct Refusal
{
    int call = 0;
    int error = EPERM;
    std::vector<scmp_arg_cmp> when{};
};

scmp_arg_cmp holds(unsigned argument, scmp_datum_t bits)
{
    return {argument, SCMP_CMP_MASKED_EQ, bits, bits};
}

std::vector<Refusal> refusals()
{
    std::vector<Refusal> all{
        {SCMP_SYS(mmap), EPERM, {holds(2, PROT_WRITE | PROT_EXEC)}},
        {SCMP_SYS(mprotect), EPERM, {holds(2, PROT_EXEC)}},
        {SCMP_SYS(pkey_mprotect), EPERM, {holds(2, PROT_EXEC)}},
        {SCMP_SYS(shmat), EPERM, {holds(2, SHM_EXEC)}},
        {SCMP_SYS(unshare), EPERM, {}},
        {SCMP_SYS(setns), EPERM, {}},
        {SCMP_SYS(clone3), ENOSYS, {}}, // as systemd: its flags lie where no filter can look
    };
    for (const int space : {CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWUSER, CLONE_NEWIPC})
        all.push_back({SCMP_SYS(clone), EPERM, {holds(0, static_cast<scmp_datum_t>(space))}});
    for (scmp_datum_t family = 0; family < AF_INET6; ++family) {
        if (family != AF_UNIX && family != AF_INET)
            all.push_back({SCMP_SYS(socket), EAFNOSUPPORT, {{0, SCMP_CMP_EQ, family, 0}}});
    }
    all.push_back({SCMP_SYS(socket), EAFNOSUPPORT, {{0, SCMP_CMP_GT, AF_INET6, 0}}});
    return all;
}

bool refuseSome()
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    for (const Refusal &refusal : refusals()) {
        if (seccomp_rule_add_array(filter,
                                   SCMP_ACT_ERRNO(static_cast<unsigned>(refusal.error)),
                                   refusal.call,
                                   static_cast<unsigned>(refusal.when.size()),
                                   refusal.when.data())
            != 0)
            return false;
    }
    return seccomp_load(filter) == 0;
}

bool dropCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct none[2]{};
    for (int capability = 0; capability <= 63; ++capability)
        ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0); // not all of them exist
    return ::syscall(SYS_capset, &header, none) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const QSet<QString> calls = allowedCalls(QString::fromLocal8Bit(argv[1]));
    if (calls.isEmpty()) {
        std::fputs("underunit: no SystemCallFilter=, or no systemd-analyze\n", stderr);
        return 2;
    }
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    ::umask(S_IRWXG | S_IRWXO);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (!dropCapabilities() || !refuseSome() || !allowOnly(calls)) {
        std::perror("underunit");
        return 2;
    }
    ::execv(argv[2], argv + 2);
    std::perror(argv[2]);
    return 2;
}
