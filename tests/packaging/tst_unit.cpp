// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settings.h"
#include "core/pipeline/filefence.h"
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;

namespace {

const QString unit = QStringLiteral(CREATEZOOM_SOURCE_DIR "/packaging/systemd/createzoomd.service");

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString valueOf(const QString &key)
{
    const QRegularExpression line(u"(?m)^%1=(.*)$"_s.arg(key));
    return line.match(textOf(unit)).captured(1);
}

/// Has `server` start as the unit starts it.
void putUnderUnit(ServerProcess &server)
{
    server.setLauncher({QStringLiteral(CREATEZOOM_UNDERUNIT), unit});
#ifdef CREATEZOOM_SANITIZED // the search for leaks needs ptrace, which the unit takes away
    server.setVariable(u"ASAN_OPTIONS"_s,
                       qEnvironmentVariable("ASAN_OPTIONS") + u":detect_leaks=0"_s);
#endif
}

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAll());
}

} // namespace

/// The unit of createzoomd: what it takes away, and that the service works without it.
class TestUnit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"systemd-analyze"_s).isEmpty())
            QSKIP("systemd-analyze is not installed");
    }

    void itsExposureIsLow()
    {
        const QString text = output(u"systemd-analyze"_s,
                                    {u"--no-pager"_s, u"security"_s, u"--offline=true"_s, unit});
        static const QRegularExpression level(u"Overall exposure level for .*: ([0-9.]+)"_s);
        const auto found = level.match(text);

        QVERIFY2(found.hasMatch(), qPrintable(text));
        QVERIFY2(found.captured(1).toDouble() <= 2.0, qPrintable(found.captured()));
    }

    void itLeavesTimeToEnd()
    {
        const Result<LoadedSettings> defaults = loadSettings({});

        QVERIFY(valueOf(u"TimeoutStopSec"_s).toInt() > defaults->settings.grace.count() + 30);
        QCOMPARE(valueOf(u"Type"_s), u"notify"_s);
        QVERIFY(valueOf(u"WatchdogSec"_s).toInt() >= 10);
    }

    void jobsGoThroughUnderItsFilters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("image");
        QTest::newRow("TIFF, by our own reader") << u"a.tif"_s << tiffImage({3000, 2000});
        QTest::newRow("JPEG, by our own reader") << u"b.jpg"_s << jpegImage({500, 700});
        QTest::newRow("PPM, by libvips")
            << u"c.ppm"_s << "P6\n900 800\n255\n" + QByteArray(900 * 800 * 3, 'c');
    }
    void jobsGoThroughUnderItsFilters()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, image);
        ServiceFixture service;
        putUnderUnit(service.server);
        QVERIFY2(service.start(), service.server.log().constData());
        QVERIFY(service.put(name, image));

        const QString id = service.server.submit(u"b1/"_s + name, u"b1/out"_s);
        const QJsonObject task = service.server.waitForEnd(id);

        QCOMPARE(task[u"error"].toString(), QString());
        QCOMPARE(task[u"status"].toString(), u"completed"_s);
        QCOMPARE(judged(service.objectFile(u"out/%1.dzip"_s.arg(name))), QString());
        if (FileFence::around({})) // else this kernel has no Landlock, which is worth a warning
            QVERIFY2(!service.server.log().contains("warning"), service.server.log().constData());
        QCOMPARE(service.server.terminate(), 0);
    }

    /// Limits that the kernel refuses would be missed by nobody until an image is hostile.
    void decodersHaveTheirLimitsAndTheirFilter()
    {
        ServiceFixture service;
        putUnderUnit(service.server);
        QVERIFY2(service.start({u"--memory"_s, u"777"_s}), service.server.log().constData());
        QVERIFY(service.put(u"a.tif"_s, tiffImage({4000, 4000})));
        const auto filters = [](qint64 process) {
            static const QRegularExpression count(u"Seccomp_filters:\\s+(\\d+)"_s);
            return count.match(textOf(u"/proc/%1/status"_s.arg(process))).captured(1).toInt();
        };

        service.server.submit(u"b1/a.tif"_s, u"b1/out"_s);
        const qint64 child = service.server.waitForChild();
        QVERIFY(child > 0);
        QTRY_VERIFY(filters(child) > filters(service.server.pid()));

        static const QRegularExpression limit(u"Max address space\\s+(\\d+)"_s);
        const QString limits = textOf(u"/proc/%1/limits"_s.arg(child));
        QVERIFY(::getpriority(PRIO_PROCESS, static_cast<id_t>(child)) > 0);
#ifndef CREATEZOOM_SANITIZED // which needs terabytes of address space
        QCOMPARE(limit.match(limits).captured(1).toLongLong(), 777LL << 20);
#endif
    }
};

QTEST_GUILESS_MAIN(TestUnit)
#include "tst_unit.moc"
