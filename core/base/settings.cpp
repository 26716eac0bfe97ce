// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settings.h"

#include "core/base/settingforms.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <array>
#include <functional>
#include <toml++/toml.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using Setter = bool (*)(Settings &, const QString &);

struct SettingRow
{
    const char *key;
    const char *defaultText;
    const char *help;
    const char *allowed;
    Setter set;
};

template<typename Number>
bool setNumber(Number &target, const QString &text, qint64 low, qint64 high)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < low || value > high)
        return false;
    target = Number(value);
    return true;
}

QStringList listOf(const QString &text)
{
    QStringList entries;
    for (const QString &entry : text.split(u',', Qt::SkipEmptyParts))
        entries << entry.trimmed();
    return entries;
}

bool setRoles(Settings &s, const QString &text)
{
    static const QStringList known{u"api"_s, u"downloader"_s, u"processor"_s, u"uploader"_s};
    s.roles = listOf(text);
    return !s.roles.isEmpty() && std::all_of(s.roles.begin(), s.roles.end(), [](const QString &r) {
        return known.contains(r);
    });
}

constexpr qint64 maxSeconds = 7LL * 24 * 3600;

const std::array table{
    SettingRow{"listen",
               "127.0.0.1:8000",
               "address and port of the REST interface",
               "host:port",
               [](Settings &s, const QString &t) {
                   s.listen = t;
                   return isHostPort(t);
               }},
    SettingRow{"data",
               "",
               "folder for jobs, work files and keys; default: the user's own for the window, "
               "/var/lib/createzoom for the server",
               "a folder",
               [](Settings &s, const QString &t) {
                   s.data = t;
                   return true;
               }},
    SettingRow{"bucket-url",
               "https://data-proxy.ebrains.eu/api",
               "the data-proxy's base, or file:///FOLDER whose folders are buckets",
               "an http(s) or file URL",
               [](Settings &s, const QString &t) {
                   s.bucketUrl = t;
                   return isUrl(t, {u"http"_s, u"https"_s, u"file"_s});
               }},
    SettingRow{
        "iam-url",
        "https://iam.ebrains.eu/auth/realms/hbp",
        "identity service that admin tokens are checked with; empty: the token in DATA/admin-token",
        "an http(s) URL or nothing",
        [](Settings &s, const QString &t) {
            s.iamUrl = t;
            return t.isEmpty() || isUrl(t, {u"http"_s, u"https"_s});
        }},
    SettingRow{"admin-domains",
               "@medisin.uio.no",
               "e-mail domains whose users may see all jobs, separated by commas",
               "domains",
               [](Settings &s, const QString &t) {
                   s.adminDomains = listOf(t);
                   return true;
               }},
    SettingRow{"failure-word",
               "failed",
               "the legacy status word of a failed job: failed (scripts) or error (front ends)",
               "failed or error",
               [](Settings &s, const QString &t) {
                   s.failureWord = t;
                   return t == u"failed" || t == u"error";
               }},
    SettingRow{"allowed-origins",
               "*",
               "origins of web pages that may call (CORS), separated by commas",
               "*, or origins such as https://lab.example.org",
               [](Settings &s, const QString &t) {
                   s.allowedOrigins = listOf(t);
                   return std::all_of(s.allowedOrigins.begin(), s.allowedOrigins.end(), isOrigin);
               }},
    SettingRow{"queue-limit",
               "10000",
               "jobs that may wait or run; more are refused with 503",
               "1 to 1000000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.queueLimit, t, 1, 1'000'000);
               }},
    SettingRow{
        "engine",
        "auto",
        "where jobs are kept: sqlite (DATA), redis (several machines share them; REDIS_URL or "
        "REDIS_HOST and others), auto: redis where such a variable is set",
        "auto, sqlite or redis",
        [](Settings &s, const QString &t) {
            s.engine = t;
            return t == u"auto" || t == u"sqlite" || t == u"redis";
        }},
    SettingRow{"roles",
               "api,downloader,processor,uploader",
               "what this process does",
               "a list of api, downloader, processor, uploader",
               setRoles},
    SettingRow{"download-workers",
               "4",
               "downloads at a time",
               "1 to 64",
               [](Settings &s, const QString &t) {
                   return setNumber(s.downloadWorkers, t, 1, 64);
               }},
    SettingRow{"process-workers",
               "1",
               "conversions at a time",
               "1 to 64",
               [](Settings &s, const QString &t) {
                   return setNumber(s.processWorkers, t, 1, 64);
               }},
    SettingRow{"upload-workers",
               "2",
               "uploads at a time",
               "1 to 64",
               [](Settings &s, const QString &t) {
                   return setNumber(s.uploadWorkers, t, 1, 64);
               }},
    SettingRow{"threads",
               "0",
               "threads of a conversion; 0: the cores shared among the process workers",
               "0 to 256",
               [](Settings &s, const QString &t) {
                   return setNumber(s.threads, t, 0, 256);
               }},
    SettingRow{"max-pixels",
               "100000000000",
               "pixels that an image may have",
               "1 to 1000000000000000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.maxPixels, t, qint64{1}, qint64{1'000'000'000'000'000});
               }},
    SettingRow{"max-pages",
               "1000",
               "pages that a document may have",
               "1 to 10000000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.maxPages, t, 1, 10'000'000);
               }},
    SettingRow{"memory",
               "0",
               "MiB that a conversion may use; 0: half of the machine's",
               "0, or 256 to 1048576",
               [](Settings &s, const QString &t) {
                   return setNumber(s.memoryMiB, t, 0, 1'048'576)
                       && (s.memoryMiB == 0 || s.memoryMiB >= 256);
               }},
    SettingRow{"process-timeout",
               "21600",
               "seconds that a conversion may take",
               "1 to 604800",
               [](Settings &s, const QString &t) {
                   return setNumber(s.processTimeout, t, 1, maxSeconds);
               }},
    SettingRow{"download-timeout",
               "3600",
               "seconds that a download may take",
               "1 to 604800",
               [](Settings &s, const QString &t) {
                   return setNumber(s.downloadTimeout, t, 1, maxSeconds);
               }},
    SettingRow{"upload-timeout",
               "7200",
               "seconds that an upload may take",
               "1 to 604800",
               [](Settings &s, const QString &t) {
                   return setNumber(s.uploadTimeout, t, 1, maxSeconds);
               }},
    SettingRow{"stall-timeout",
               "30",
               "seconds without a byte after which a transfer is tried anew",
               "1 to 3600",
               [](Settings &s, const QString &t) {
                   return setNumber(s.stallTimeout, t, 1, 3600);
               }},
    SettingRow{
        "retry-delay",
        "5",
        "seconds before a step that failed for a passing reason runs again; doubled each time",
        "0 to 3600",
        [](Settings &s, const QString &t) {
            return setNumber(s.retryDelay, t, 0, 3600);
        }},
    SettingRow{"disk-floor",
               "5120",
               "MiB kept free where the data folder lies",
               "0 to 1048576",
               [](Settings &s, const QString &t) {
                   return setNumber(s.diskFloorMiB, t, 0, 1'048'576);
               }},
    SettingRow{"retention",
               "72",
               "hours that ended jobs stay",
               "1 to 8760",
               [](Settings &s, const QString &t) {
                   return setNumber(s.retention, t, 1, 8760);
               }},
    SettingRow{"grace",
               "10",
               "seconds that running steps get to end after SIGTERM; then they are put back",
               "0 to 3600",
               [](Settings &s, const QString &t) {
                   return setNumber(s.grace, t, 0, 3600);
               }},
};

QString variableOf(const QString &key)
{
    return u"CREATEZOOM_"_s + key.toUpper().replace(u'-', u'_');
}

struct Value
{
    QString text;
    QString origin;
};
using Values = QHash<QString, Value>;

QString tomlText(const toml::node &node)
{
    if (const auto *const array = node.as_array()) {
        QStringList entries;
        for (const toml::node &entry : *array)
            entries << tomlText(entry);
        return entries.join(u',');
    }
    if (const auto text = node.value<std::string>())
        return QString::fromStdString(*text);
    if (const auto *const truth = node.as_boolean()) // value<int64_t>() would take it for 0 or 1
        return truth->get() ? u"true"_s : u"false"_s;
    if (const auto number = node.value<int64_t>())
        return QString::number(*number);
    return {};
}

void readFile(const QString &path, Values &values, QStringList &mistakes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        mistakes << u"%1: %2"_s.arg(path, file.errorString());
        return;
    }
    try {
        const toml::table parsed = toml::parse(file.readAll().toStdString());
        for (const auto &[key, node] : parsed)
            values.insert(QString::fromStdString(std::string(key.str())), {tomlText(node), path});
    } catch (const toml::parse_error &e) {
        mistakes << u"%1:%2: %3"_s.arg(path)
                        .arg(e.source().begin.line)
                        .arg(QString::fromStdString(std::string(e.description())));
    }
}

/// Variables of ours that are no settings: they hold or name secrets.
const QStringList otherVariables{u"CREATEZOOM_TOKEN_KEYS"_s, u"CREATEZOOM_TOKEN_KEYS_FILE"_s};

void readEnvironment(const QHash<QString, QString> &environment,
                     Values &values,
                     QStringList &mistakes)
{
    QStringList known = otherVariables;
    for (const SettingRow &row : table) {
        const QString key = QLatin1String(row.key);
        known << variableOf(key);
        const auto found = environment.constFind(variableOf(key));
        if (found != environment.constEnd())
            values.insert(key, {*found, found.key()});
    }
    for (auto variable = environment.keyBegin(); variable != environment.keyEnd(); ++variable) {
        if (variable->startsWith(u"CREATEZOOM_") && !known.contains(*variable))
            mistakes << u"there is no setting for the variable %1"_s.arg(*variable);
    }
}

QString tomlQuoted(const QString &text)
{
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\';
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            quoted += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            quoted += c;
    }
    return quoted + u'"';
}

} // namespace

QList<SettingInfo> settingTable()
{
    QList<SettingInfo> rows;
    for (const SettingRow &row : table)
        rows << SettingInfo{
            QLatin1String(row.key), QLatin1String(row.defaultText), QString::fromUtf8(row.help)};
    return rows;
}

Result<LoadedSettings> loadSettings(const SettingSources &sources)
{
    Values values;
    QStringList mistakes;
    for (const SettingRow &row : table)
        values.insert(QLatin1String(row.key), {QLatin1String(row.defaultText), u"default"_s});
    for (auto other = sources.defaults.begin(); other != sources.defaults.end(); ++other)
        values.insert(other.key(), {other.value(), u"default"_s});
    const qsizetype known = values.size();
    for (const QString &path : sources.files) {
        if (QFile::exists(path))
            readFile(path, values, mistakes);
    }
    if (!sources.requiredFile.isEmpty())
        readFile(sources.requiredFile, values, mistakes);
    readEnvironment(sources.environment, values, mistakes);
    for (auto option = sources.commandLine.begin(); option != sources.commandLine.end(); ++option)
        values.insert(option.key(), {option.value(), u"command line"_s});

    LoadedSettings loaded;
    for (const SettingRow &row : table) {
        const QString key = QLatin1String(row.key);
        const Value value = values.take(key);
        if (!row.set(loaded.settings, value.text))
            mistakes << u"%1 must be %2, not \"%3\" (%4)"_s.arg(
                key, QLatin1String(row.allowed), value.text, value.origin);
        loaded.toml += u"# %1\n# from: %2\n%3 = %4\n\n"_s.arg(
            QString::fromUtf8(row.help), value.origin, key, tomlQuoted(value.text));
    }
    Q_ASSERT(known == qsizetype(table.size()));
    for (auto unknown = values.begin(); unknown != values.end(); ++unknown)
        mistakes << u"there is no setting named %1 (%2)"_s.arg(unknown.key(), unknown->origin);
    if (!mistakes.isEmpty())
        return Error{ErrorCode::Usage, mistakes.join(u'\n')};
    return loaded;
}

SettingSources defaultSettingSources()
{
    SettingSources sources;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        sources.environment.insert(name, environment.value(name));
    sources.files = {u"/etc/createzoom/createzoom.toml"_s,
                     QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                         + u"/createzoom/createzoom.toml"_s};
    return sources;
}

} // namespace createzoom
