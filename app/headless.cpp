// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/console.h"
#include "app/exitcode.h"
#include "app/servicenotifier.h"
#include "app/services.h"
#include "app/servicesettings.h"
#include "app/unixsignals.h"
#include "core/base/heap.h"
#include "core/base/logging.h"
#include "core/base/openfiles.h"
#include "core/base/secret.h"
#include "core/base/secretvariables.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString worker = u"worker"_s;
const QString workerRoles = u"downloader,processor,uploader"_s;
const QString workerEngine = u"redis"_s;

void addSettings(QCommandLineParser &parser)
{
    for (const SettingInfo &row : settingTable())
        parser.addOption(
            {row.key,
             row.defaultText.isEmpty() ? row.help : u"%1 [%2]"_s.arg(row.help, row.defaultText),
             u"value"_s});
    parser.addOption({worker,
                      u"do the steps of jobs that servers take, without a REST interface; as "
                      u"--roles %1 --engine %2"_s.arg(workerRoles, workerEngine)});
    parser.addOption({u"config"_s,
                      u"configuration file (TOML), above /etc/createzoom/createzoom.toml"_s,
                      u"file"_s});
    parser.addOption(
        {u"print-config"_s, u"print all settings and where they come from, and end"_s});
    parser.addOption({u"print-defaults"_s,
                      u"print a configuration file of all settings as comments, and end"_s});
    parser.addOption({u"check-config"_s, u"say whether the settings are right, and end"_s});
}

SettingSources sourcesOf(const QCommandLineParser &parser)
{
    SettingSources sources = defaultSettingSources();
    sources.requiredFile = parser.value(u"config"_s);
    if (parser.isSet(worker)) {
        sources.commandLine.insert(u"roles"_s, workerRoles);
        sources.commandLine.insert(u"engine"_s, workerEngine);
    }
    for (const SettingInfo &row : settingTable()) {
        if (parser.isSet(row.key))
            sources.commandLine.insert(row.key, parser.value(row.key));
    }
    return sources;
}

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return ExitCode::Usage;
    case ErrorCode::DiskFull:
        return ExitCode::DiskFull;
    default:
        return ExitCode::SomeFailed;
    }
}

/// As Services::create, but machines start in any order: waits for a store that cannot be reached
/// yet, until a signal ends the wait.
Result<std::unique_ptr<Services>>
createServices(const Settings &settings, UnixSignals &systemSignals, ServiceNotifier &supervisor)
{
    bool isEnded = false;
    QEventLoop wait;
    QObject::connect(&systemSignals, &UnixSignals::terminationRequested, &wait, [&] {
        isEnded = true;
        wait.quit();
    });
    QString told;
    for (;;) {
        Result<std::unique_ptr<Services>> services = Services::create(settings);
        const bool mayCome = !services && services.error().code == ErrorCode::Unavailable
            && services.error().retryAfter;
        if (!mayCome)
            return services;
        if (const QString now = services.error().message; now != told)
            qCWarning(lcApp).noquote() << "waiting for the store of jobs:" << (told = now);
        supervisor.waits(services.error().message, *services.error().retryAfter);
        QTimer::singleShot(*services.error().retryAfter, &wait, &QEventLoop::quit);
        wait.exec();
        if (isEnded) // whatever has come in the meantime
            return services;
    }
}

/// Whoever reads a log of JSON lines gets the last one as such too.
int endedBy(const Error &error, LogFormat format)
{
    if (format == LogFormat::Json)
        qCCritical(lcApp).noquote() << error.message << error.detail;
    else
        printError(error);
    return static_cast<int>(exitCodeOf(error.code));
}

int serve(Settings settings)
{
    setLogFormat(settings.logFormat);
    if (settings.data.isEmpty())
        settings.data = serviceData;
    raiseOpenFileLimit();
    keepHeapDense();
    keepMemoryPrivate();
    UnixSignals signalsOfSystem;
    signalsOfSystem.listen();
    ServiceNotifier supervisor;
    const Result<std::unique_ptr<Services>> services
        = createServices(settings, signalsOfSystem, supervisor);
    if (!services)
        return endedBy(services.error(), settings.logFormat);
    if (const Result<void> started = (*services)->start(); !started)
        return endedBy(started.error(), settings.logFormat);
    QObject::connect(
        &signalsOfSystem, &UnixSignals::terminationRequested, QCoreApplication::instance(), [] {
            qCInfo(lcApp) << "asked to end: no new work, running steps may finish";
            QCoreApplication::quit();
        });
    if (!(*services)->adminTokenFile().isEmpty())
        printOut(u"Admin token in %1"_s.arg((*services)->adminTokenFile()));
    const QString doing = (*services)->restUrl().isValid()
        ? u"Listening on %1"_s.arg((*services)->restUrl().toString())
        : u"Working as %1"_s.arg((*services)->workerName());
    printOut(doing);
    supervisor.isReady(doing, [&services] { return (*services)->isWell(); });
    const int code = QCoreApplication::exec();
    supervisor.stops(settings.grace);
    (*services)->stop(settings.grace);
    return code;
}

} // namespace

int runServer(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Runs the CreateZoom service: POST /deepzoom turns an image of a bucket into a .dzip "
        u"beside it.\n"
        u"Each option with a value, but --config, is also a key of the configuration file and an "
        u"environment variable CREATEZOOM_NAME."_s);
    parser.addHelpOption();
    addSettings(parser);
    if (!parser.parse(QStringList{u"createzoomd"_s} + arguments)
        || !parser.positionalArguments().isEmpty()) {
        const QString extra = parser.positionalArguments().join(u' ');
        printError(u"createzoom: "_s
                   + (extra.isEmpty() ? parser.errorText() : u"unexpected: "_s + extra));
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(u"help"_s)) {
        printOut(parser.helpText());
        return static_cast<int>(ExitCode::Ok);
    }
    if (parser.isSet(u"print-defaults"_s)) {
        printRaw(settingDefaults().toUtf8());
        return static_cast<int>(ExitCode::Ok);
    }
    const Result<LoadedSettings> loaded = loadSettings(sourcesOf(parser));
    if (!loaded) {
        printError(loaded.error());
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(worker) && loaded->settings.engine == u"sqlite") {
        printError(
            u"createzoom: --worker needs Redis; a job store in SQLite is one process' own"_s);
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(u"print-config"_s)) {
        printRaw(loaded->toml.toUtf8());
        return static_cast<int>(ExitCode::Ok);
    }
    if (parser.isSet(u"check-config"_s)) {
        const Result<Environment> secrets = withSecrets(defaultSettingSources().environment);
        if (!secrets) {
            printError(secrets.error());
            return static_cast<int>(ExitCode::Usage);
        }
        printOut(u"The configuration is right."_s);
        return static_cast<int>(ExitCode::Ok);
    }
    return serve(loaded->settings);
}

} // namespace createzoom
