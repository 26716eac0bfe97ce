// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settings.h"

#include "core/base/settingtable.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <toml++/toml.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

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

/// Variables of ours that are no settings: they hold or name secrets, or are for tests and for who
/// looks for a window's faults.
const QStringList otherVariables{u"CREATEZOOM_TOKEN_KEYS"_s,
                                 u"CREATEZOOM_TOKEN_KEYS_FILE"_s,
                                 u"CREATEZOOM_FAULT"_s,
                                 u"CREATEZOOM_WATCHDOG"_s};

void readEnvironment(const QHash<QString, QString> &environment,
                     Values &values,
                     QStringList &mistakes)
{
    QStringList known = otherVariables;
    for (const SettingRow &row : settingRows()) {
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
    for (const SettingRow &row : settingRows())
        rows << SettingInfo{QLatin1String(row.key),
                            QLatin1String(row.defaultText),
                            QString::fromUtf8(row.help),
                            QString::fromUtf8(row.allowed)};
    return rows;
}

QString settingDefaults()
{
    QString toml;
    for (const SettingInfo &row : settingTable())
        toml += u"# %1\n# (%2)\n#%3 = %4\n\n"_s.arg(
            row.help, row.allowed, row.key, tomlQuoted(row.defaultText));
    return toml;
}

Result<LoadedSettings> loadSettings(const SettingSources &sources)
{
    Values values;
    QStringList mistakes;
    for (const SettingRow &row : settingRows())
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
    for (const SettingRow &row : settingRows()) {
        const QString key = QLatin1String(row.key);
        const Value value = values.take(key);
        if (!row.set(loaded.settings, value.text))
            mistakes << u"%1 must be %2, not \"%3\" (%4)"_s.arg(
                key, QLatin1String(row.allowed), value.text, value.origin);
        loaded.toml += u"# %1\n# from: %2\n%3 = %4\n\n"_s.arg(
            QString::fromUtf8(row.help), value.origin, key, tomlQuoted(value.text));
    }
    Q_ASSERT(known == qsizetype(settingRows().size()));
    for (auto unknown = values.begin(); unknown != values.end(); ++unknown)
        mistakes << u"there is no setting named %1 (%2)"_s.arg(unknown.key(), unknown->origin);
    if (loaded.settings.tlsCertificate.isEmpty() != loaded.settings.tlsKey.isEmpty())
        mistakes << u"tls-certificate and tls-key go together"_s;
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
