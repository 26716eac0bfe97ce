// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httplimits.h"

#include <QString>
#include <QStringList>

namespace createzoom {

/// Who gets in, how, and how much of it. A value.
struct HttpDoor
{
    HttpLimits limits{};
    QString tlsCertificate{}; ///< PEM file with the chain; empty: plain HTTP
    QString tlsKey{};
    QStringList trustedProxies{}; ///< addresses or networks ("10.0.0.0/8") that speak for many
                                  ///< clients, each with limits.connectionsPerAddress
};

} // namespace createzoom
