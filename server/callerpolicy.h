// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <optional>

namespace createzoom {

/// Which web pages may use a server that their reader can reach: a page of a stranger knows
/// addresses such as http://127.0.0.1:8000, and can give its own name that address (DNS
/// rebinding). Programs send no Origin and are none of its business. Immutable; any thread.
class CallerPolicy
{
public:
    /// `hosts`: names by which the server may be called, "*" for any; addresses and localhost are
    /// always allowed. `origins`: of pages that may change something, "*" for any.
    CallerPolicy(const QStringList &hosts, const QStringList &origins);

    /// Why a request is not served: 421 or 403; nullopt when it is.
    std::optional<HttpAnswer> refusal(const HttpRequest &request) const;

private:
    bool isOurName(const QByteArray &host) const;
    bool mayChange(const HttpRequest &request) const;

    QByteArrayList m_hosts{};
    QByteArrayList m_origins{};
};

/// Of a server that no browser is to be kept from.
inline CallerPolicy anyCaller()
{
    return {{QStringLiteral("*")}, {QStringLiteral("*")}};
}

/// What stands for "allowed-hosts" when nothing is set: "*" beyond loopback, nobody's name on it.
/// `listen`: "host:port".
QStringList usualHosts(const QString &listen);

} // namespace createzoom
