// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/savedservers.h"

#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString arrayKey = u"servers"_s;
const QString nameKey = u"name"_s;
const QString urlKey = u"url"_s;

} // namespace

QList<SavedServer> loadServers(QSettings &settings)
{
    QList<SavedServer> servers;
    const int count = settings.beginReadArray(arrayKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const SavedServer server{settings.value(nameKey).toString(),
                                 settings.value(urlKey).toString()};
        if (!server.url.isEmpty())
            servers << server;
    }
    settings.endArray();
    return servers;
}

void saveServers(QSettings &settings, const QList<SavedServer> &servers)
{
    settings.remove(arrayKey); // a shorter list leaves rows of the longer one behind
    settings.beginWriteArray(arrayKey, int(servers.size()));
    for (int i = 0; i < servers.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(nameKey, servers.at(i).name);
        settings.setValue(urlKey, servers.at(i).url);
    }
    settings.endArray();
}

} // namespace createzoom
