// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sampleimages.h"
#include "tests/integration/serverprocess.h"
#include "tests/integration/sharedstore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

/// The real window's program, offscreen: what happens between starts of it.
class TestDesktop : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder{};

    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
            && file.write(bytes) == bytes.size();
    }

    bool isThere(const QString &name) const { return QFile::exists(m_folder->filePath(name)); }

    std::unique_ptr<QProcess> start(const QStringList &files,
                                    const QString &program = programPath(u"createzoom"_s)) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->filePath(u"run"_s));
        environment.insert(u"XDG_DATA_HOME"_s, m_folder->filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->filePath(u"config"_s));
        environment.insert(u"CREATEZOOM_LISTEN"_s, u"127.0.0.1:0"_s);
        environment.insert(u"CREATEZOOM_DISK_FLOOR"_s, u"0"_s);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        environment.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(m_folder->path());
        process->start(program, files);
        return process;
    }

    /// Of all its threads.
    static QList<pid_t> childrenOf(pid_t process)
    {
        QList<pid_t> children;
        const QDir threads(u"/proc/%1/task"_s.arg(process));
        for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(threads.filePath(thread + u"/children"_s));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            for (const QByteArray &child : file.readAll().simplified().split(' ')) {
                if (!child.isEmpty())
                    children << child.toInt();
            }
        }
        return children;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"run"_s));
        QVERIFY(QFile::setPermissions(m_folder->filePath(u"run"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(write(u"s1.tif"_s, tiffImage({300, 200})));
        QVERIFY(write(u"s2.tif"_s, tiffImage({200, 300})));
        // As if images had been added before: nobody is asked how.
        QVERIFY(write(u"config/createzoom/window.ini"_s, "[adding]\ndestination=beside\n"));
    }

    /// The package of the window is enough for a worker: no display, no platform plugin.
    void programOfTheWindowWorksForServers()
    {
        SharedStore store;
        QVERIFY(store.isReady && store.service.startServer({u"--roles"_s, u"api"_s}));
        QVERIFY(store.service.put(u"s.tif"_s, tiffImage({300, 200})));
        const QString id = store.service.server.submit(u"b1/s.tif"_s, u"b1/out"_s);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        QProcess worker;
        worker.setProcessEnvironment(environment);

        worker.start(programPath(u"createzoom"_s),
                     store.service.arguments({u"--worker"_s,
                                              u"--data"_s,
                                              m_folder->filePath(u"worker"_s),
                                              u"--disk-floor"_s,
                                              u"0"_s}));

        const QJsonObject task = store.service.server.waitForEnd(id);
        QCOMPARE(task.value(u"status").toString(), u"completed"_s);
        worker.terminate();
        QVERIFY(worker.waitForFinished());
        QCOMPARE(worker.exitCode(), 0);
    }

    void helpOfTheViewerNeedsNoDisplay()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"none of these"_s);
        QProcess viewer;
        viewer.setProcessEnvironment(environment);

        viewer.start(programPath(u"createzoom"_s), {u"view"_s, u"--help"_s});

        QVERIFY(viewer.waitForFinished());
        QCOMPARE(viewer.exitCode(), 0);
        QVERIFY(viewer.readAllStandardOutput().contains("createzoom view FILE"));
    }

    void theViewerSpeaksAndLooksAsTheSettingsSay_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("menu");
        QTest::addColumn<QString>("theme");
        QTest::newRow("English, light")
            << QByteArray("language=en\ntheme=light\n") << u"View"_s << u"light"_s;
        QTest::newRow("German, dark")
            << QByteArray("language=de\ntheme=dark\n") << u"Ansicht"_s << u"dark"_s;
        QTest::newRow("Norwegian, dark")
            << QByteArray("language=nb\ntheme=dark\n") << u"Vis"_s << u"dark"_s;
    }

    void theViewerSpeaksAndLooksAsTheSettingsSay()
    {
        QFETCH(const QByteArray, settings);
        QFETCH(const QString, menu);
        QFETCH(const QString, theme);
        QVERIFY(write(u"config/createzoom/window.ini"_s, "[%general]\n" + settings));

        const auto viewer
            = start({u"view"_s, u"s1.tif.dzip"_s}, QStringLiteral(CREATEZOOM_WINDOW_THAT_TELLS));

        QVERIFY(viewer->waitForFinished());
        QCOMPARE(viewer->exitCode(), 0);
        const QStringList told
            = QString::fromUtf8(viewer->readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(told.contains(menu), qPrintable(told.join(u", ")));
        QCOMPARE(told.last(), theme);
    }

    void aSecondStartHandsItsFilesToTheFirst()
    {
        const auto first = start({u"s1.tif"_s});
        QTRY_VERIFY_WITH_TIMEOUT(isThere(u"s1.tif.dzip"_s), 30'000);

        const auto second = start({u"s2.tif"_s}); // a path relative to its own folder
        QVERIFY(second->waitForFinished());

        QCOMPARE(second->exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(u"s2.tif.dzip"_s), 30'000);
        QCOMPARE(first->state(), QProcess::Running);
        first->terminate();
        QVERIFY(first->waitForFinished());
        QCOMPARE(first->exitCode(), 0);
    }

    // A session that ends, a shutdown: nobody is there to answer the question of the closing
    // window.
    void terminatedWhileJobsRunItEndsUnaskedAndGoesOnAtTheNextStart()
    {
        constexpr int count = 8;
        QVERIFY(write(u"large.bin"_s, tiffImage({4000, 4000})));
        QStringList images;
        for (int i = 0; i < count; ++i) {
            images << u"l%1.tif"_s.arg(i);
            std::filesystem::create_hard_link(m_folder->filePath(u"large.bin"_s).toStdString(),
                                              m_folder->filePath(images.last()).toStdString());
        }
        const auto archives = [this] {
            return QDir(m_folder->path()).entryList({u"l?.tif.dzip"_s}).size();
        };
        const auto first = start(images);
        QTRY_VERIFY_WITH_TIMEOUT(archives() > 0, 60'000);
        first->terminate();

        QVERIFY(first->waitForFinished());
        QCOMPARE(first->exitStatus(), QProcess::NormalExit);
        QCOMPARE(first->exitCode(), 0);
        QVERIFY(archives() < count);

        const auto second = start({});
        QTRY_COMPARE_WITH_TIMEOUT(archives(), count, 120'000);
        second->terminate();
        QVERIFY(second->waitForFinished());
        QCOMPARE(second->exitCode(), 0);
    }

    // The window that held the queue for its end is gone: nobody would have let it go again.
    void killedWhileItWaitsForItsLastJobsItLeavesNoPausedQueue()
    {
        QVERIFY(write(u"config/createzoom/window.ini"_s,
                      "[adding]\ndestination=beside\n[%general]\nclosing=finish\n"));
        QVERIFY(write(u"large.tif"_s, tiffImage({6000, 6000})));
        const auto first = start({u"large.tif"_s}, QStringLiteral(CREATEZOOM_WINDOW_THAT_CLOSES));
        const auto pid = static_cast<pid_t>(first->processId());
        QTRY_VERIFY_WITH_TIMEOUT(isDecoder(childrenOf(pid).value(0)), 60'000);
        ::kill(childrenOf(pid).value(0), SIGSTOP); // its job runs on and on
        const QString held = u"data/createzoom/queue-held-by-window"_s;
        QTRY_VERIFY_WITH_TIMEOUT(isThere(held), 30'000);
        ::kill(pid, SIGKILL);
        QVERIFY(first->waitForFinished());
        QVERIFY(isThere(held));

        const auto second = start({u"s1.tif"_s, u"large.tif"_s});
        QVERIFY2(QTest::qWaitFor([&] { return isThere(u"s1.tif.dzip"_s); }, 60'000),
                 second->readAllStandardError().constData());
        QTRY_VERIFY_WITH_TIMEOUT(isThere(u"large.tif.dzip"_s), 60'000);
        QTRY_VERIFY(!isThere(held));
        second->terminate();
        QVERIFY(second->waitForFinished());
    }

    void aSocketThatACrashLeftIsNoObstacle()
    {
        const auto first = start({u"s1.tif"_s});
        QTRY_VERIFY_WITH_TIMEOUT(isThere(u"s1.tif.dzip"_s), 30'000);
        ::kill(static_cast<pid_t>(first->processId()), SIGKILL);
        QVERIFY(first->waitForFinished());

        const auto second = start({u"s2.tif"_s});
        QTRY_VERIFY_WITH_TIMEOUT(isThere(u"s2.tif.dzip"_s), 30'000);
        const auto third = start({});
        QVERIFY(third->waitForFinished());

        QCOMPARE(third->exitCode(), 0);
        second->terminate();
        QVERIFY(second->waitForFinished());
    }
};

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
