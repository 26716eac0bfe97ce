// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supportbundle.h"

#include "app/commandline.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/healthcommand.h"
#include "app/servicesettings.h"
#include "core/base/freespace.h"
#include "core/base/logging.h"
#include "core/base/secretvariables.h"
#include "core/base/settings.h"
#include "core/transfer/remotecalls.h"
#include "core/transfer/transferlimits.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QSysInfo>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <array>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int shortestSecret = 6; // shorter texts would be masked in ordinary words
constexpr int shownFailures = 20;
constexpr int shownLogLines = 300;
constexpr int journalPatience = 10'000; // ms

/// What the sections are made of.
struct Machine
{
    Result<LoadedSettings> settings = LoadedSettings{};
    Environment environment{}; ///< with secrets
    QString data{};
    QByteArray server{};
    QByteArray adminToken{};
    bool hasLog = true;
};

QString binarySize(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

QString versions(const Machine & /*machine*/)
{
    const qint64 memory = qint64{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE);
    return u"%1\n%2, %3 %4, %5\n%6 cores, %7 of memory\n"_s
        .arg(versionText(),
             QSysInfo::prettyProductName(),
             QSysInfo::kernelType(),
             QSysInfo::kernelVersion(),
             QSysInfo::currentCpuArchitecture())
        .arg(QThread::idealThreadCount())
        .arg(binarySize(memory));
}

QString settingsText(const Machine &machine)
{
    return machine.settings ? machine.settings->toml : machine.settings.error().message + u'\n';
}

/// Values may be secrets of any program.
QString variableNames(const Machine &machine)
{
    QStringList names = machine.environment.keys();
    names.sort();
    return names.join(u'\n') + u'\n';
}

QString disk(const Machine &machine)
{
    const QDir data(machine.data);
    if (!data.exists())
        return u"there is no folder %1\n"_s.arg(machine.data);
    QString text = data.path();
    if (const std::optional<qint64> room = freeBytesIn(data.path()))
        text += u": %1 are free"_s.arg(binarySize(*room));
    text += u'\n';
    for (const QFileInfo &entry :
         data.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
        qint64 bytes = entry.isDir() ? 0 : entry.size();
        qint64 files = entry.isDir() ? 0 : 1;
        QDirIterator inside(
            entry.filePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (entry.isDir() && inside.hasNext()) {
            inside.next();
            bytes += inside.fileInfo().size();
            ++files;
        }
        text += u"  %1  %2 in %3 files, mode %4\n"_s.arg(entry.fileName(), binarySize(bytes))
                    .arg(files)
                    .arg(entry.permissions() & 0x0fff, 0, 16);
    }
    return text;
}

/// Numbers and errors; no names of images.
QString jobsText(const QJsonObject &answer)
{
    QString text = u"jobs by state: "_s
        + QString::fromUtf8(
                       QJsonDocument(answer[u"counts"].toObject()).toJson(QJsonDocument::Compact))
        + u'\n';
    for (const QJsonValue &job : answer[u"jobs"].toArray())
        text += u"  %1 %2 %3: %4 %5\n"_s.arg(job[u"updated_at"].toString(),
                                             job[u"id"].toString(),
                                             job[u"stage"].toString(),
                                             job[u"error"][u"code"].toString(),
                                             job[u"error"][u"message"].toString());
    return text;
}

QString server(const Machine &machine)
{
    if (machine.server.isEmpty())
        return u"by its settings this machine answers at no address; --server names another\n"_s;
    QString text = QString::fromUtf8(machine.server) + u'\n';
    RemoteCalls calls(machine.server, Secret(machine.adminToken), limitsOfPatience());
    const Result<QJsonObject> jobs
        = calls.json({.path = "jobs?state=failed&limit=" + QByteArray::number(shownFailures)});
    text += jobs ? jobsText(*jobs) : jobs.error().message + u'\n';
    if (!jobs)
        return text;
    const Result<QJsonObject> workers = calls.json({.path = "workers"});
    return text
        + (workers ? QString::fromUtf8(QJsonDocument(*workers).toJson()) : workers.error().message);
}

QString serviceLog(const Machine &machine)
{
    if (!machine.hasLog)
        return u"left out (--no-log)\n"_s;
    QProcess journal;
    journal.setProcessChannelMode(QProcess::MergedChannels);
    journal.start(u"journalctl"_s,
                  {u"--no-pager"_s,
                   u"--quiet"_s,
                   u"-u"_s,
                   u"createzoomd"_s,
                   u"-o"_s,
                   u"short-iso"_s,
                   u"-n"_s,
                   QString::number(shownLogLines)});
    if (!journal.waitForFinished(journalPatience))
        return u"the journal cannot be read: %1\n"_s.arg(journal.errorString());
    return QString::fromUtf8(journal.readAll());
}

struct Section
{
    const char *title;
    QString (*text)(const Machine &);
};
constexpr std::array sections{Section{"Versions", &versions},
                              Section{"Settings", &settingsText},
                              Section{"Names of variables", &variableNames},
                              Section{"Data folder", &disk},
                              Section{"Server", &server},
                              Section{"Log of the service", &serviceLog}};

/// The parts of "k1:KEY,k2:KEY" and of "redis://user:PASSWORD@host" too: either may stand alone.
QStringList partsOf(const QString &secret)
{
    QStringList parts{secret, QUrl(secret).password()};
    for (const QString &key : secret.split(QRegularExpression(u"[\\s,]+"_s)))
        parts << key << key.section(u':', 1);
    return parts;
}

/// Beside what looks like a secret: those that stand in our variables and in the data folder,
/// wherever they turn up.
QStringList knownSecrets(const Machine &machine)
{
    QStringList secrets = partsOf(QString::fromUtf8(machine.adminToken))
        + partsOf(QString::fromUtf8(bytesOf(machine.data + u"/token.key"_s)));
    for (const QString &name : secretVariables())
        secrets << partsOf(machine.environment.value(name));
    secrets.removeIf([](const QString &secret) { return secret.size() < shortestSecret; });
    return secrets;
}

QString maskedLines(const QString &text, const QStringList &secrets)
{
    QString result;
    for (QString line : text.trimmed().split(u'\n')) {
        for (const QString &secret : secrets)
            line.replace(secret, u"***"_s);
        result += masked(line) + u'\n';
    }
    return result;
}

Machine machineOf(const QCommandLineParser &parser)
{
    SettingSources sources = defaultSettingSources();
    sources.requiredFile = parser.value(u"config"_s);
    if (parser.isSet(u"data"_s))
        sources.commandLine.insert(u"data"_s, parser.value(u"data"_s));
    Machine machine{.settings = loadSettings(sources), .hasLog = !parser.isSet(u"no-log"_s)};
    const Result<Environment> withFiles = withSecrets(sources.environment);
    machine.environment = withFiles ? *withFiles : sources.environment;
    machine.data = machine.settings ? machine.settings->settings.data : parser.value(u"data"_s);
    if (machine.data.isEmpty())
        machine.data = serviceData;
    machine.server = parser.value(u"server"_s).toUtf8();
    if (machine.server.isEmpty() && machine.settings)
        machine.server = healthAddress(machine.settings->settings).toEncoded();
    machine.adminToken = bytesOf(machine.data + u"/admin-token"_s);
    return machine;
}

Result<void> write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (path.isEmpty()) {
        printRaw(text);
        return {};
    }
    // Never over another file; for its owner alone.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.flush())
        return Error{ErrorCode::Io, u"%1 cannot be written: %2"_s.arg(path, file.errorString())};
    return {};
}

} // namespace

int runSupportBundle(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Writes one text for whoever helps: versions, settings, names of variables, the disk, "
        u"what "
        u"the server says of itself, the latest log. Secrets are masked; names of buckets and "
        u"images may stand in the log. Read it before you send it."_s);
    parser.addHelpOption();
    parser.addOption({{u"o"_s, u"output"_s}, u"a new file [standard output]"_s, u"FILE"_s});
    parser.addOption(
        {u"data"_s, u"data folder of the service [%1]"_s.arg(serviceData), u"FOLDER"_s});
    parser.addOption({u"config"_s, u"its configuration file"_s, u"FILE"_s});
    parser.addOption({u"server"_s, u"address of the server [by its settings]"_s, u"URL"_s});
    parser.addOption({u"no-log"_s, u"without the log of the service"_s});
    if (!parser.parse(QStringList{u"support-bundle"_s} + arguments)
        || !parser.positionalArguments().isEmpty()) {
        const QString extra = parser.positionalArguments().join(u' ');
        printError(u"createzoom support-bundle: "_s
                   + (extra.isEmpty() ? parser.errorText() : u"unexpected: "_s + extra));
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(u"help"_s)) {
        printOut(parser.helpText());
        return static_cast<int>(ExitCode::Ok);
    }
    const Machine machine = machineOf(parser);
    const QStringList secrets = knownSecrets(machine);
    QString text = u"CreateZoom support bundle of %1\n"_s.arg(
        QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    for (const Section &section : sections)
        text += u"\n== %1\n\n"_s.arg(QLatin1String(section.title))
            + maskedLines(section.text(machine), secrets);
    const Result<void> written = write(parser.value(u"output"_s), text.toUtf8());
    if (written)
        return static_cast<int>(ExitCode::Ok);
    printError(written.error());
    return static_cast<int>(ExitCode::SomeFailed);
}

} // namespace createzoom
