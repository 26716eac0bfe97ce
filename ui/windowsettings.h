// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adding/addchoice.h"
#include "ui/theme.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QSettings;

namespace createzoom {

/// A folder whose images are converted as they arrive.
struct WatchedFolder
{
    QString folder{}; ///< absolute
    bool isOn = true;
    std::optional<Destination> destination{}; ///< of its archives; else that of all images

    friend bool operator==(const WatchedFolder &, const WatchedFolder &) = default;
};

/// Every setting of the window but what it remembers by itself (sizes, columns, what was chosen
/// last). A value. The table in windowsettings.cpp is the only list of keys and defaults.
struct WindowSettings
{
    enum class Closing { Ask, Finish, StopNow, Tray };

    ThemeChoice theme = ThemeChoice::System;
    QString language{}; ///< "en", "de", "nb"; empty: the system's
    Closing closing = Closing::Ask; ///< while jobs run
    bool isNotified = true; ///< by the desktop, of ends and failures
    bool isKeptAwake = true; ///< the machine, while jobs run
    bool isAskedEachTime = false; ///< show the sheet whenever images are added
    bool isRestOn = true;
    int restPort = 8000; ///< 0: any free one
    QStringList allowedOrigins{}; ///< pages that may ask; "*": any
    int viewerCacheMiB = 512;
    QList<WatchedFolder> watchedFolders{};

    friend bool operator==(const WindowSettings &, const WindowSettings &) = default;
};

/// What is kept; the default where nothing is, or nonsense.
WindowSettings loadWindowSettings(const QSettings &settings);
void saveWindowSettings(QSettings &settings, const WindowSettings &values);

} // namespace createzoom
