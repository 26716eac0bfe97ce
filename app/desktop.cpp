// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/console.h"
#include "app/desktopwindow.h"
#include "app/exitcode.h"
#include "app/services.h"
#include "app/singleinstance.h"
#include "app/unixsignals.h"
#include "app/windowsession.h"
#include "core/base/logging.h"
#include "core/base/openfiles.h"
#include "core/base/settings.h"
#include "ui/errortext.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "ui/viewer/viewerwindow.h"
#include "ui/windowsettings.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Why there can be no window, for a person who may have started it by a click.
int refuse(const Error &error)
{
    printError(error);
    QMessageBox::critical(nullptr, u"CreateZoom"_s, errorLine(error));
    return static_cast<int>(ExitCode::SomeFailed);
}

/// What the window's own settings say is above the defaults, below file, environment and options.
Result<Settings> serviceSettings(const WindowSettings &window)
{
    SettingSources sources = defaultSettingSources();
    // A person's window is no service for the pages in this person's browser.
    sources.defaults.insert(u"allowed-origins"_s, window.allowedOrigins.join(u','));
    sources.defaults.insert(u"listen"_s, u"127.0.0.1:%1"_s.arg(window.restPort));
    if (!window.isRestOn)
        sources.defaults.insert(u"roles"_s, u"downloader,processor,uploader"_s);
    Result<LoadedSettings> loaded = loadSettings(sources);
    if (!loaded)
        return loaded.error();
    Settings settings = loaded->settings;
    settings.engine = u"sqlite"_s; // its jobs are files of this machine: no other can do them
    if (settings.data.isEmpty())
        settings.data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return settings;
}

/// Another program may have the port: the window then takes the next free one and says so in its
/// status bar.
Result<std::unique_ptr<Services>> startServices(Settings settings)
{
    Result<std::unique_ptr<Services>> services = Services::create(settings);
    if (!services)
        return services;
    Result<void> started = (*services)->start();
    if (!started && started.error().code == ErrorCode::Conflict) {
        services->reset(); // lets go of the data folder before it is opened anew
        settings.listen = settings.listen.section(u':', 0, -2) + u":0"_s;
        services = Services::create(settings);
        if (!services)
            return services;
        started = (*services)->start();
    }
    if (!started)
        return started.error();
    return services;
}

QStringList absolute(const QStringList &files)
{
    QStringList paths;
    for (const QString &file : files)
        paths << QFileInfo(file).absoluteFilePath();
    return paths;
}

QSettings rememberedSettings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"createzoom"_s, u"window"_s);
}

/// Name, language and colours of whatever window comes; before the first is made.
void dressWindows(const WindowSettings &values)
{
    QGuiApplication::setApplicationDisplayName(u"CreateZoom"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/createzoom.svg"_s));
    speak(values.language);
    Theme::apply(values.theme);
}

/// `createzoom view FILE...`: pyramids, without services.
int runViewer(int &argc, char **argv, const QStringList &files)
{
    const QString usage = u"Usage: createzoom view FILE.dzip..."_s;
    if (files == QStringList{u"--help"_s} || files == QStringList{u"-h"_s}) {
        printOut(usage);
        return static_cast<int>(ExitCode::Ok);
    }
    if (files.isEmpty() || files.first().startsWith(u'-')) {
        printError(usage);
        return static_cast<int>(ExitCode::Usage);
    }
    const QApplication application(argc, argv);
    const WindowSettings values = loadWindowSettings(rememberedSettings());
    dressWindows(values);
    QGuiApplication::setDesktopFileName(u"createzoom-view"_s);
    ViewerWindow window;
    window.viewer()->setCacheBytes(qint64{values.viewerCacheMiB} << 20);
    window.open(absolute(files));
    window.show();
    return QApplication::exec();
}

struct Window
{
    DesktopWindow &desktop;
    WindowSession &session;
};

/// Shows the window until it is closed. Its threads, which ask the services to the last, end with
/// it.
int runWindow(Services &services,
              const Settings &settings,
              QSettings &remembered,
              const std::function<void(Window &)> &prepare)
{
    constexpr qint64 mebibyte = 1 << 20;
    DesktopWindow desktop(services.jobs(),
                          remembered,
                          services.restUrl().toString(),
                          services.bucket(),
                          services.workFolder());
    WindowSession session(services.jobs(),
                          remembered,
                          settings.data,
                          {services.workFolder(), settings.diskFloorMiB * mebibyte},
                          services.bucket().needsToken() ? WatchRunner::BucketToken::Asked
                                                         : WatchRunner::BucketToken::NotNeeded);
    session.setWindow(desktop.window());
    QObject::connect(&desktop, &DesktopWindow::windowChanged, &session, [&] {
        session.setWindow(desktop.window());
    });
    if (const int recovered = services.recoveredJobs(); recovered > 0)
        desktop.window().showInformation(MainWindow::tr(
            "CreateZoom closed unexpectedly. %n jobs were continued.", nullptr, recovered));
    Window parts{desktop, session};
    prepare(parts);
    return QApplication::exec();
}

} // namespace

int runDesktop(int &argc, char **argv, const QStringList &files)
{
    if (files.value(0) == u"view")
        return runViewer(argc, argv, files.sliced(1));
    raiseOpenFileLimit();
    UnixSignals signalsOfSystem; // before Qt starts threads
    const QApplication application(argc, argv);
    signalsOfSystem.listen();
    QSettings remembered = rememberedSettings();
    const WindowSettings values = loadWindowSettings(remembered);
    dressWindows(values);
    const Result<Settings> settings = serviceSettings(values);
    if (!settings)
        return refuse(settings.error());
    SingleInstance instance(settings->data);
    if (instance.handOver(absolute(files)))
        return static_cast<int>(ExitCode::Ok);
    const Result<std::unique_ptr<Services>> services = startServices(*settings);
    if (!services)
        return refuse(services.error());
    if (!instance.listen())
        qCWarning(lcApp) << "other starts of the program cannot find this one";
    const int code = runWindow(**services, *settings, remembered, [&](Window &parts) {
        QObject::connect(&instance,
                         &SingleInstance::pathsReceived,
                         &parts.desktop,
                         [&parts](const QStringList &paths) {
                             parts.session.showWindow();
                             parts.desktop.addPaths(paths);
                         });
        QObject::connect(&signalsOfSystem, &UnixSignals::terminationRequested, &application, [] {
            QCoreApplication::exit(0);
        }); // quit() would ask the windows first
        if (!files.isEmpty())
            parts.desktop.addPaths(absolute(files));
    });
    (*services)->stop(std::chrono::seconds(0));
    return code;
}

} // namespace createzoom
