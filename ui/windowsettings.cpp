// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowsettings.h"

#include <QSettings>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

template<typename Enum, size_t N>
using Names = std::array<std::pair<const char *, Enum>, N>;

constexpr Names<ThemeChoice, 3> themes{
    {{"system", ThemeChoice::System}, {"light", ThemeChoice::Light}, {"dark", ThemeChoice::Dark}}};
constexpr Names<WindowSettings::Closing, 4> closings{{{"ask", WindowSettings::Closing::Ask},
                                                      {"finish", WindowSettings::Closing::Finish},
                                                      {"stop", WindowSettings::Closing::StopNow},
                                                      {"tray", WindowSettings::Closing::Tray}}};

template<typename Enum, size_t N>
QString textOf(Enum value, const Names<Enum, N> &names)
{
    for (const auto &[name, candidate] : names) {
        if (candidate == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template<typename Enum, size_t N>
void readWord(Enum &value, const QString &text, const Names<Enum, N> &names)
{
    for (const auto &[name, candidate] : names) {
        if (text == QLatin1String(name))
            value = candidate;
    }
}

void readSwitch(bool &value, const QString &text)
{
    if (text == u"true" || text == u"false")
        value = text == u"true";
}

void readNumber(int &value, const QString &text, int low, int high)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && number >= low && number <= high)
        value = number;
}

QString switchText(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

/// A setting: how its text is read, over the default, and written.
struct SettingRow
{
    const char *key;
    void (*read)(WindowSettings &values, const QString &text);
    QString (*write)(const WindowSettings &values);
};

constexpr int highestPort = 65'535;
constexpr int smallestCache = 64;
constexpr int largestCache = 65'536;

const std::array settingRows{
    SettingRow{"general/theme",
               [](WindowSettings &v, const QString &t) { readWord(v.theme, t, themes); },
               [](const WindowSettings &v) {
                   return textOf(v.theme, themes);
               }},
    SettingRow{"general/language",
               [](WindowSettings &v, const QString &t) {
                   if (t.isEmpty() || t == u"en" || t == u"de" || t == u"nb")
                       v.language = t;
               },
               [](const WindowSettings &v) {
                   return v.language;
               }},
    SettingRow{"general/closing",
               [](WindowSettings &v, const QString &t) { readWord(v.closing, t, closings); },
               [](const WindowSettings &v) {
                   return textOf(v.closing, closings);
               }},
    SettingRow{"general/notify",
               [](WindowSettings &v, const QString &t) { readSwitch(v.isNotified, t); },
               [](const WindowSettings &v) {
                   return switchText(v.isNotified);
               }},
    SettingRow{"general/keepAwake",
               [](WindowSettings &v, const QString &t) { readSwitch(v.isKeptAwake, t); },
               [](const WindowSettings &v) {
                   return switchText(v.isKeptAwake);
               }},
    SettingRow{"adding/askEachTime",
               [](WindowSettings &v, const QString &t) { readSwitch(v.isAskedEachTime, t); },
               [](const WindowSettings &v) {
                   return switchText(v.isAskedEachTime);
               }},
    SettingRow{"server/rest",
               [](WindowSettings &v, const QString &t) { readSwitch(v.isRestOn, t); },
               [](const WindowSettings &v) {
                   return switchText(v.isRestOn);
               }},
    SettingRow{
        "server/port",
        [](WindowSettings &v, const QString &t) { readNumber(v.restPort, t, 0, highestPort); },
        [](const WindowSettings &v) {
            return QString::number(v.restPort);
        }},
    SettingRow{"server/allowedOrigins",
               [](WindowSettings &v, const QString &t) {
                   v.allowedOrigins = t.split(u' ', Qt::SkipEmptyParts);
               },
               [](const WindowSettings &v) {
                   return v.allowedOrigins.join(u' ');
               }},
    SettingRow{"viewer/cacheMiB",
               [](WindowSettings &v, const QString &t) {
                   readNumber(v.viewerCacheMiB, t, smallestCache, largestCache);
               },
               [](const WindowSettings &v) {
                   return QString::number(v.viewerCacheMiB);
               }},
};

const QString foldersKey = u"watch/folders"_s;
const QString watchedFolderKey = u"folder"_s;
const QString onKey = u"on"_s;
const QString archivesKey = u"archives"_s;

} // namespace

WindowSettings loadWindowSettings(const QSettings &settings)
{
    WindowSettings values;
    for (const SettingRow &row : settingRows) {
        const QVariant kept = settings.value(QLatin1String(row.key));
        if (kept.isValid())
            row.read(values, kept.toString());
    }
    for (const QVariant &kept : settings.value(foldersKey).toList()) {
        const QVariantMap map = kept.toMap();
        const WatchedFolder folder{map.value(watchedFolderKey).toString(),
                                   map.value(onKey).toBool(),
                                   destinationFromMap(map.value(archivesKey).toMap())};
        if (folder.folder.startsWith(u'/'))
            values.watchedFolders << folder;
    }
    return values;
}

void saveWindowSettings(QSettings &settings, const WindowSettings &values)
{
    for (const SettingRow &row : settingRows)
        settings.setValue(QLatin1String(row.key), row.write(values));
    QVariantList folders;
    for (const WatchedFolder &folder : values.watchedFolders) {
        QVariantMap map{{watchedFolderKey, folder.folder}, {onKey, folder.isOn}};
        if (folder.destination)
            map.insert(archivesKey, destinationToMap(*folder.destination));
        folders << map;
    }
    settings.setValue(foldersKey, folders);
}

} // namespace createzoom
