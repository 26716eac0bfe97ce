// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes.h"

#include <QByteArray>
#include <QList>

namespace createzoom {

/// What says what this server is: /version, and /openapi.json, the description of all its routes
/// (resources/openapi.json). Open to everybody; immutable; any thread.
class DocumentApi
{
public:
    DocumentApi();

    /// Their handlers refer to this object.
    QList<Route> routes() const;

private:
    HttpAnswer openApi(const HttpRequest &request) const;

    const QByteArray m_openApi;
    const QByteArray m_etag;
};

} // namespace createzoom
