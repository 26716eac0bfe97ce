// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/childprocess.h"
#include "core/pipeline/conversionprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stop_token>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

const QString withoutFilters = u"--without-filters"_s;

/// From here on the kernel refuses filters of system calls and Landlock to this process and its
/// children, as in some containers.
bool refuseFilters()
{
    std::array program{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 3, 0),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 3),
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog filter{program.size(), program.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

/// Runs two children; 0: both did their work.
int runWithoutFilters()
{
    const QTemporaryDir folder;
    bool isDone = refuseFilters();
    for (int i = 0; i < 2; ++i) {
        const Result<ChildExit> exit
            = runChild({.program = u"/bin/true"_s, .tempFolder = folder.path()},
                       {},
                       [](const QByteArray &) {});
        isDone = isDone && exit && exit->code == 0 && exit->signal == 0;
    }
    return isDone ? 0 : 1;
}

} // namespace

/// The child is played by shell scripts: what matters is how it ends, not what it converts.
class TestChildProcess : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString script(const QByteArray &body)
    {
        const QString path = m_folder.filePath(u"child.sh"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        file.write("#!/bin/sh\n" + body);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

private Q_SLOTS:
    void itsEndIsToldAsItWas_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("signal");
        QTest::newRow("ends well") << QByteArray("exit 0") << 0 << 0;
        QTest::newRow("fails") << QByteArray("exit 3") << 3 << 0;
        QTest::newRow("segmentation fault") << QByteArray("kill -SEGV $$") << 0 << SIGSEGV;
        QTest::newRow("killed") << QByteArray("kill -KILL $$") << 0 << SIGKILL;
    }

    void itsEndIsToldAsItWas()
    {
        QFETCH(QByteArray, body);
        const Result<ChildExit> exit
            = runChild({.program = script(body), .tempFolder = m_folder.path()},
                       {},
                       [](const QByteArray &) {});

        QVERIFY(exit);
        QTEST(exit->code, "code");
        QTEST(exit->signal, "signal");
    }

    void linesArriveWholeAndInOrder()
    {
        QList<QByteArray> lines;
        const QString program = script("printf 'one\\ntw'; printf 'o\\n'; printf 'oops' >&2");
        const Result<ChildExit> exit = runChild({.program = program, .tempFolder = m_folder.path()},
                                                {},
                                                [&](const QByteArray &l) { lines << l; });

        QVERIFY(exit);
        QCOMPARE(lines, (QList<QByteArray>{"one", "two"}));
        QCOMPARE(exit->errorOutput, "oops");
    }

    void aStopKillsTheWholeGroup()
    {
        std::stop_source stop;
        QByteArray grandchild;
        const QString program = script("sleep 600 & echo $!; wait");
        const Result<ChildExit> exit = runChild({.program = program, .tempFolder = m_folder.path()},
                                                stop.get_token(),
                                                [&](const QByteArray &pid) {
                                                    grandchild = pid;
                                                    stop.request_stop();
                                                });

        QVERIFY(exit);
        QCOMPARE(exit->signal, SIGKILL);
        QTRY_VERIFY(
            !QFile::exists(u"/proc/"_s + QString::fromLatin1(grandchild) + u"/exe"_s)
            || QFile::symLinkTarget(u"/proc/"_s + QString::fromLatin1(grandchild) + u"/exe"_s)
                   .isEmpty());
    }

    void itSeesNothingOfOurEnvironment()
    {
        constexpr std::array secrets{
            "CREATEZOOM_TOKEN_KEYS", "REDIS_URL", "REDIS_PASSWORD", "TOKEN"};
        for (const char *name : secrets)
            qputenv(name, "canary");
        QByteArray seen;
        const Result<ChildExit> exit = runChild(
            {.program = script("tr '\\0' '\\n' < /proc/$$/environ"), .tempFolder = m_folder.path()},
            {},
            [&](const QByteArray &line) { seen += line + '\n'; });
        for (const char *name : secrets)
            qunsetenv(name);

        QVERIFY(exit);
        QVERIFY2(!seen.contains("canary"), seen.constData());
        QVERIFY(seen.contains("TMPDIR=" + m_folder.path().toUtf8()));
    }

    void itHasNoneOfOurOpenFiles()
    {
        QFile secret(m_folder.filePath(u"secret"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        const int inherited = ::dup(secret.handle()); // without CLOEXEC
        QByteArray files;
        const Result<ChildExit> exit
            = runChild({.program = script("ls -l /proc/self/fd"), .tempFolder = m_folder.path()},
                       {},
                       [&](const QByteArray &line) { files += line; });
        ::close(inherited);

        QVERIFY(exit);
        QVERIFY2(!files.isEmpty() && !files.contains("secret"), files.constData());
    }

    void theKernelRefusesWhatNoDecoderNeeds_data()
    {
        QTest::addColumn<QByteArray>("attempt");
        const auto socket = [](const QByteArray &family) {
            return "import socket; socket.socket(socket." + family + ", socket.SOCK_RAW if '"
                + family + "' in ('AF_PACKET', 'AF_NETLINK') else socket.SOCK_STREAM)";
        };
        for (const char *family : {"AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_PACKET"})
            QTest::newRow(family) << socket(family);
        QTest::newRow("a session of its own") << QByteArray("import os; os.setsid()");
        QTest::newRow("another group") << QByteArray("import os; os.setpgid(0, os.getppid())");
        QTest::newRow("io_uring") << QByteArray(
            "import ctypes; l = ctypes.CDLL(None, use_errno=True)\n"
            "if l.syscall(425, 1, ctypes.create_string_buffer(120)) < 0:\n"
            " raise OSError(ctypes.get_errno(), 'refused')");
    }

    void theKernelRefusesWhatNoDecoderNeeds()
    {
        QFETCH(QByteArray, attempt);
        QFile source(m_folder.filePath(u"attempt.py"_s));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(
            "import errno\ntry:\n " + attempt.replace("\n", "\n ")
            + "\n print('done')\nexcept OSError as e:\n print(errno.errorcode[e.errno])\n");
        source.close();
        QByteArray answer;
        const Result<ChildExit> exit
            = runChild({.program = script("exec python3 " + source.fileName().toUtf8()),
                        .tempFolder = m_folder.path()},
                       {},
                       [&](const QByteArray &line) { answer += line; });

        QVERIFY(exit);
        QVERIFY2(answer == "EACCES", (answer + exit->errorOutput).constData());
    }

    void aKernelThatRefusesIsLoggedOnceAndNothingElse()
    {
        QProcess self;
        self.start(QCoreApplication::applicationFilePath(), {withoutFilters});
        QVERIFY(self.waitForFinished());

        QCOMPARE(self.exitCode(), 0);
        const QByteArray log = self.readAllStandardError();
        QCOMPARE(log.count("the kernel refuses filters of system calls"), 1);
        QCOMPARE(log.count("the kernel refuses Landlock"), 1);
    }

    void whatItLeavesBehindEndsWithIt()
    {
        QByteArray grandchild;
        const Result<ChildExit> exit
            = runChild({.program = script("sleep 600 & echo $!"), .tempFolder = m_folder.path()},
                       {},
                       [&](const QByteArray &pid) { grandchild = pid; });

        QVERIFY(exit);
        QCOMPARE(exit->signal, 0);
        const QString process = u"/proc/"_s + QString::fromLatin1(grandchild) + u"/exe"_s;
        QTRY_VERIFY(!QFile::exists(process) || QFile::symLinkTarget(process).isEmpty());
    }

    void aConversionWaitsUntilItsMemoryIsFree_data()
    {
        QTest::addColumn<QByteArray>("estimate");
        QTest::newRow("within its limit") << QByteArray("50");
        QTest::newRow("a lie: more than there can be") << QByteArray("9223372036854775807");
    }

    void aConversionWaitsUntilItsMemoryIsFree()
    {
        QFETCH(QByteArray, estimate);
        MemoryBudget budget(qint64{1} << 40);
        std::unique_ptr<MemoryBudget::Share> other = budget.take((qint64{1} << 40) - 10);
        QByteArray word;
        const StepControl control{.progress = [&](const StepProgress &step) {
            if (!step.message.isEmpty())
                other.reset(); // it waits: now the other one ends
            else
                word += other ? "early" : "later";
        }};
        const QByteArray lines
            = "trap resumed=1 CONT; echo '{\"event\":\"start\",\"memory_bytes\":" + estimate + R"(}'
until [ "$resumed" ]; do sleep 0.01; done
echo '{"event":"progress"}'; echo '{"event":"done","bytes":7}')";
        const Result<ConversionReport> report = convertInChild(script(lines),
                                                               {.source = u"x"_s},
                                                               m_folder.path(),
                                                               {.memoryBytes = qint64{1} << 38},
                                                               control,
                                                               &budget);

        QVERIFY(report);
        QCOMPARE(report->bytes, 7);
        QCOMPARE(word, "later");
        QVERIFY2(budget.take(qint64{1} << 40), "its share ends with it");
    }

    void theBudgetHoldsUnlessSomebodyIsAlone()
    {
        MemoryBudget budget(100);
        auto whole = budget.take(1000);

        QVERIFY(whole);
        QVERIFY(!budget.take(1));
        whole.reset();
        const auto first = budget.take(60);
        QVERIFY(first && budget.take(40));
        QVERIFY(!budget.take(41));
    }

    void itsTimeEnds()
    {
        const Result<ChildExit> exit
            = runChild({.program = script("sleep 600"),
                        .tempFolder = m_folder.path(),
                        .limits = {.wallTime = std::chrono::milliseconds(1)}},
                       {},
                       [](const QByteArray &) {});

        QVERIFY(exit);
        QVERIFY(exit->tookTooLong);
        QCOMPARE(exit->signal, SIGKILL);
    }

    void itsLimitsHold_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QByteArray>("answer");
#ifndef CREATEZOOM_SANITIZED
        QTest::newRow("memory") << QByteArray("ulimit -v") << QByteArray("524288");
#endif
        QTest::newRow("processor time") << QByteArray("ulimit -t") << QByteArray("7");
        QTest::newRow("open files") << QByteArray("ulimit -n") << QByteArray("64");
        QTest::newRow("size of files (blocks of 512 bytes)")
            << QByteArray("ulimit -f") << QByteArray("2048");
        QTest::newRow("a larger file is not written")
            << QByteArray("head -c 2000000 /dev/zero > f; stat -c %s f; rm f")
            << QByteArray("1048576");
        QTest::newRow("lower priority") << QByteArray("nice") << QByteArray("5");
        QTest::newRow("no core file") << QByteArray("ulimit -c") << QByteArray("0");
        QTest::newRow("no new privileges")
            << QByteArray("grep NoNewPrivs /proc/self/status | tr -dc 01") << QByteArray("1");
    }

    void itsLimitsHold()
    {
        QFETCH(QByteArray, question);
        QByteArray answer;
        const ProcessLimits limits{.memoryBytes = 512LL << 20,
                                   .cpuTime = std::chrono::seconds(7),
                                   .openFiles = 64,
                                   .fileBytes = 1 << 20};
        const Result<ChildExit> exit = runChild({.program = script(question + "\necho"),
                                                 .tempFolder = m_folder.path(),
                                                 .limits = limits},
                                                {},
                                                [&](const QByteArray &line) { answer += line; });

        QVERIFY(exit);
        QTEST(answer, "answer");
    }

    void aProgramThatIsNotThereIsAnError()
    {
        const Result<ChildExit> exit
            = runChild({.program = u"/nonexistent/createzoom"_s, .tempFolder = m_folder.path()},
                       {},
                       [](const QByteArray &) {});

        QVERIFY(!exit);
        QCOMPARE(exit.error().code, ErrorCode::Io);
    }

    void aConversionEndsAsItsChildDid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("its own error") << QByteArray(
            R"(echo '{"event":"error","code":"E_DAMAGED","message":"cut off"}'; exit 1)")
                                       << ErrorCode::Damaged;
        QTest::newRow("crash") << QByteArray("kill -SEGV $$") << ErrorCode::Crash;
        QTest::newRow("crash after the report")
            << QByteArray(R"(echo '{"event":"done","bytes":1}'; kill -SEGV $$)")
            << ErrorCode::Crash;
        QTest::newRow("out of memory")
            << QByteArray("echo 'GLib: failed to allocate 1 bytes' >&2; kill -TRAP $$")
            << ErrorCode::Memory;
        QTest::newRow("processor time") << QByteArray("kill -XCPU $$") << ErrorCode::Timeout;
        QTest::newRow("size of a file") << QByteArray("kill -XFSZ $$") << ErrorCode::Limit;
        QTest::newRow("silence") << QByteArray("exit 0") << ErrorCode::Internal;
        QTest::newRow("nonsense") << QByteArray("echo 'not json'; exit 0") << ErrorCode::Internal;
    }

    void aConversionEndsAsItsChildDid()
    {
        QFETCH(QByteArray, body);
        const Result<ConversionReport> report
            = convertInChild(script(body), {.source = u"/in/x.tif"_s}, m_folder.path(), {}, {});

        QVERIFY(!report);
        QTEST(report.error().code, "code");
        QVERIFY(!report.error().message.isEmpty());
    }

    void whatItWasWritingDoesNotStay_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("killed") << QByteArray("kill -KILL $$");
        QTest::newRow("ends without an answer") << QByteArray("exit 0");
        QTest::newRow("stopped") << QByteArray("echo; sleep 60");
    }

    void whatItWasWritingDoesNotStay()
    {
        QFETCH(QByteArray, end);
        const QTemporaryDir target;
        const QByteArray begin
            = "for a in \"$@\"; do case \"$a\" in\n"
              "--temporary-name=*) name=\"${a#*=}\";;\n"
              "--output=*) folder=$(dirname \"${a#*=}\");;\n"
              "esac; done\n"
              "echo half > \"$folder/$name\" && echo '{\"event\":\"progress\"}'\n";
        std::stop_source stop;
        bool wasThere = false;
        const StepControl control{stop.get_token(), [&](const StepProgress &) {
                                      wasThere = QFile::exists(target.filePath(u".x.part"_s));
                                      if (end.contains("sleep"))
                                          stop.request_stop();
                                  }};
        const Result<ConversionReport> report
            = convertInChild(script(begin + end),
                             {.source = u"x"_s,
                              .target = target.filePath(u"x.dzip"_s),
                              .temporaryName = u".x.part"_s},
                             m_folder.path(),
                             {},
                             control);

        QVERIFY(!report);
        QVERIFY(wasThere);
        QVERIFY(
            QDir(target.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void progressAndReportComeThrough()
    {
        ConversionReport sent{.target = u"/out/ä.dzip"_s,
                              .bytes = 5'000'000'000,
                              .md5 = u"00ff"_s,
                              .size = {70000, 3},
                              .sourceBytes = 6'000'000'000,
                              .micrometresPerPixel = 0.25};
        sent.warnings = {u"page 1 of 15"_s};
        QFile lines(m_folder.filePath(u"lines"_s));
        QVERIFY(lines.open(QIODevice::WriteOnly));
        lines.write(startLine(u"x"_s, {.width = 70000, .height = 3, .tiles = 9}));
        lines.write(
            progressLine(u"x"_s, {.phase = StepProgress::Phase::Pyramid, .done = 5, .total = 10}));
        lines.write(reportLine(u"x"_s, sent));
        lines.close();
        StepProgress last;
        ImageFacts facts;
        const StepControl control{.progress = [&](const StepProgress &p) { last = p; },
                                  .facts =
                                      [&](const ImageFacts &f) {
                                          facts = f;
                                      }};
        const Result<ConversionReport> got
            = convertInChild(script("cat " + lines.fileName().toUtf8()),
                             {.source = u"x"_s},
                             m_folder.path(),
                             {},
                             control);

        QVERIFY(got);
        QCOMPARE(got->bytes, sent.bytes);
        QCOMPARE(got->size, sent.size);
        QCOMPARE(got->target, sent.target);
        QCOMPARE(got->warnings, sent.warnings);
        QCOMPARE(factsOf(*got), factsOf(sent));
        QCOMPARE(facts, (ImageFacts{.width = 70000, .height = 3, .tiles = 9}));
        QCOMPARE(last.done, 5);
        QCOMPARE(last.phase, StepProgress::Phase::Pyramid);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().contains(withoutFilters))
        return runWithoutFilters();
    TestChildProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_childprocess.moc"
