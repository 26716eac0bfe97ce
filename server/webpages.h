// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace createzoom {

/// What a browser is shown: /dashboard, /docs, what they load below /web/, and the front door "/",
/// which tells browsers with the dashboard and programs with JSON. All of it lies in the program
/// (resources/web); nothing comes from elsewhere. Immutable; any thread.
class WebPages
{
public:
    WebPages();

    /// The rows of this surface; their handlers refer to this object.
    QList<Route> routes() const;

    /// A file that was built in.
    struct Asset
    {
        QByteArray body{};
        QByteArray type{};
        QByteArray etag{};
        bool isPage = false;
    };
    /// By their paths, "/web/app.js".
    const QHash<QByteArray, Asset> &assets() const { return m_assets; }

private:
    HttpAnswer serve(const HttpRequest &request, const QByteArray &path) const;
    HttpAnswer frontDoor(const HttpRequest &request) const;

    QHash<QByteArray, Asset> m_assets;
};

} // namespace createzoom
