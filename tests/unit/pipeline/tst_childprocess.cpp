// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/childprocess.h"
#include "core/pipeline/conversionprocess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <stop_token>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

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
        qputenv("CREATEZOOM_TOKEN_KEYS", "canary");
        QByteArray seen;
        const Result<ChildExit> exit
            = runChild({.program = script("env"), .tempFolder = m_folder.path()},
                       {},
                       [&](const QByteArray &line) { seen += line + '\n'; });
        qunsetenv("CREATEZOOM_TOKEN_KEYS");

        QVERIFY(exit);
        QVERIFY(!seen.contains("canary"));
        QVERIFY(seen.contains("TMPDIR=" + m_folder.path().toUtf8()));
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
        QTest::newRow("no core file") << QByteArray("ulimit -c") << QByteArray("0");
        QTest::newRow("no new privileges")
            << QByteArray("grep NoNewPrivs /proc/self/status | tr -dc 01") << QByteArray("1");
    }

    void itsLimitsHold()
    {
        QFETCH(QByteArray, question);
        QByteArray answer;
        const ProcessLimits limits{
            .memoryBytes = 512LL << 20, .cpuTime = std::chrono::seconds(7), .openFiles = 64};
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

QTEST_GUILESS_MAIN(TestChildProcess)
#include "tst_childprocess.moc"
