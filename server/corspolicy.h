// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

namespace createzoom {

/// Which web pages may read our answers (CORS). Never with credentials: tokens travel in headers
/// and bodies that a page sets itself. Immutable; any thread.
class CorsPolicy
{
public:
    /// Origins such as "https://localizoom.example", or "*" for all.
    explicit CorsPolicy(const QStringList &allowedOrigins);

    /// Adds what every answer carries, errors too. `origin` is the request's Origin, possibly
    /// empty.
    void apply(HttpAnswer &answer, const QByteArray &origin) const;

    /// The answer to an OPTIONS request, for a path that takes `methods`.
    /// `moreFields`: that a page may send beside "Content-Type" and "Authorization".
    static HttpAnswer preflight(const QByteArrayList &methods,
                                const QByteArrayList &moreFields = {});

private:
    QByteArrayList m_origins{};
    bool m_allowsAll = false;
};

} // namespace createzoom
