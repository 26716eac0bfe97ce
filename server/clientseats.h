// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <memory>
#include <utility>

namespace createzoom {

class ClientSeats;

/// One of a client's; ends with the object, which the ClientSeats outlive.
class ClientSeat
{
public:
    ClientSeat(ClientSeats &seats, QHostAddress client);
    ~ClientSeat();
    ClientSeat(const ClientSeat &) = delete;
    ClientSeat &operator=(const ClientSeat &) = delete;

private:
    ClientSeats &m_seats;
    const QHostAddress m_client;
};

/// How much one client's address has at a time: its connections, and behind a proxy its requests.
/// Clients of IPv6 are told apart by their network of 64 bits, of which each has a whole one. Owned
/// by ConnectionGuard; server thread.
class ClientSeats
{
public:
    /// `perAddress`: 0 for any number. `proxies`: addresses or networks ("10.0.0.0/8") that are
    /// believed when they say whose request they pass on.
    ClientSeats(qsizetype perAddress, const QStringList &proxies);

    bool isProxy(const QHostAddress &peer) const;
    /// Who sent a request that came from `peer`: of proxies, the last one in X-Forwarded-For that
    /// is no proxy of ours, since what stands before it may be anybody's invention. Null: a proxy
    /// does not say.
    QHostAddress clientOf(const QHostAddress &peer, const HttpRequest &request) const;
    /// Null: it has as many as it may. A client that is not known has any number.
    std::unique_ptr<ClientSeat> take(const QHostAddress &client);

private:
    friend class ClientSeat;
    using Network = std::pair<QHostAddress, int>; ///< address, and length of its prefix

    const qsizetype m_perAddress;
    const QList<Network> m_proxies;
    QHash<QHostAddress, qsizetype> m_taken{};
};

} // namespace createzoom
