// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/console.h"
#include "app/desktopwindow.h"
#include "app/exitcode.h"
#include "app/services.h"
#include "app/unixsignals.h"
#include "core/base/openfiles.h"
#include "core/base/settings.h"
#include "ui/language.h"
#include "ui/theme.h"
#include "ui/viewer/viewerwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Why there can be no window, for a person who may have started it by a click.
int refuse(const Error &error)
{
    printError(error);
    QMessageBox::critical(nullptr, u"CreateZoom"_s, error.message);
    return static_cast<int>(ExitCode::SomeFailed);
}

Result<Settings> windowSettings()
{
    SettingSources sources = defaultSettingSources();
    // A person's window is no service for the pages in this person's browser.
    sources.defaults.insert(u"allowed-origins"_s, QString());
    Result<LoadedSettings> loaded = loadSettings(sources);
    if (!loaded)
        return loaded.error();
    Settings settings = loaded->settings;
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

/// `createzoom view FILE...`: pyramids, without services.
int runViewer(int &argc, char **argv, const QStringList &files)
{
    const QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"CreateZoom"_s);
    speak({});
    QStringList paths;
    for (const QString &file : files)
        paths << QFileInfo(file).absoluteFilePath();
    if (files.isEmpty() || files.first().startsWith(u'-')) {
        printError(u"Usage: createzoom view FILE.dzip..."_s);
        return static_cast<int>(ExitCode::Usage);
    }
    QGuiApplication::setDesktopFileName(u"createzoom-view"_s);
    ViewerWindow window;
    window.open(paths);
    window.show();
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
    QGuiApplication::setApplicationDisplayName(u"CreateZoom"_s);
    speak({});
    const Result<Settings> settings = windowSettings();
    if (!settings)
        return refuse(settings.error());
    const Result<std::unique_ptr<Services>> services = startServices(*settings);
    if (!services)
        return refuse(services.error());

    QSettings remembered(QSettings::IniFormat, QSettings::UserScope, u"createzoom"_s, u"window"_s);
    Theme::apply(Theme::stored(remembered));
    int code = 0;
    {
        DesktopWindow window((*services)->jobs(), remembered, (*services)->restUrl().toString());
        if (!files.isEmpty())
            window.addPaths(files);
        QObject::connect(&signalsOfSystem,
                         &UnixSignals::terminationRequested,
                         &application,
                         &QCoreApplication::quit);
        code = QApplication::exec();
    } // the window's threads ask the services to the last
    (*services)->stop(std::chrono::seconds(0));
    return code;
}

} // namespace createzoom
