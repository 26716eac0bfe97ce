// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QSettings;

namespace createzoom {

/// A server that a person has added. Its token is elsewhere (ServerTokens).
struct SavedServer
{
    QString name{};
    QString url{}; ///< in its one form (normalServerUrl)

    friend bool operator==(const SavedServer &, const SavedServer &) = default;
};

QList<SavedServer> loadServers(QSettings &settings);
void saveServers(QSettings &settings, const QList<SavedServer> &servers);

} // namespace createzoom
