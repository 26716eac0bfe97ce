// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clientseats.h"

#include <algorithm>
#include <cstring>

namespace createzoom {

namespace {

/// The field that reverse proxies write without being asked. "Forwarded" (RFC 7239) is not read:
/// those pass it on as it came, so it would be the client's word.
constexpr QByteArrayView forwardedFor("x-forwarded-for");

/// Sockets of both protocols show IPv4 as ::ffff:192.0.2.1.
QHostAddress plain(const QHostAddress &address)
{
    bool isVersion4 = false;
    const quint32 number = address.toIPv4Address(&isVersion4);
    return isVersion4 ? QHostAddress(number) : address;
}

QHostAddress networkOf(const QHostAddress &client)
{
    const QHostAddress address = plain(client);
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    constexpr std::size_t prefix = 8; // bytes
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memset(bytes.c + prefix, 0, sizeof bytes.c - prefix);
    return QHostAddress(bytes);
}

/// "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]:80"; else null.
QHostAddress readAddress(QByteArray text)
{
    const qsizetype bracket = text.indexOf(']');
    if (text.startsWith('[') && bracket > 0)
        text = text.mid(1, bracket - 1);
    else if (text.count(':') == 1)
        text.truncate(text.indexOf(':'));
    return plain(QHostAddress(QString::fromLatin1(text)));
}

/// Of all fields, in the order in which proxies added them.
QByteArrayList hopsOf(const HttpRequest &request)
{
    QByteArrayList hops;
    for (const HttpField &field : request.fields) {
        if (forwardedFor.compare(field.name, Qt::CaseInsensitive) == 0)
            hops += field.value.split(',');
    }
    return hops;
}

QList<std::pair<QHostAddress, int>> networksOf(const QStringList &texts)
{
    QList<std::pair<QHostAddress, int>> networks;
    for (const QString &text : texts)
        networks << QHostAddress::parseSubnet(text);
    return networks;
}

} // namespace

ClientSeats::ClientSeats(qsizetype perAddress, const QStringList &proxies)
    : m_perAddress(perAddress)
    , m_proxies(networksOf(proxies))
{}

bool ClientSeats::isProxy(const QHostAddress &peer) const
{
    const QHostAddress address = plain(peer);
    return std::any_of(m_proxies.begin(), m_proxies.end(), [&](const Network &network) {
        return address.isInSubnet(network);
    });
}

QHostAddress ClientSeats::clientOf(const QHostAddress &peer, const HttpRequest &request) const
{
    if (!isProxy(peer))
        return plain(peer);
    const QByteArrayList hops = hopsOf(request);
    if (hops.isEmpty())
        return {};
    QHostAddress client = plain(peer);
    for (auto hop = hops.rbegin(); hop != hops.rend() && isProxy(client); ++hop) {
        const QHostAddress before = readAddress(hop->trimmed());
        if (before.isNull()) // what cannot be read counts as the proxy's that wrote it
            break;
        client = before;
    }
    return client;
}

std::unique_ptr<ClientSeat> ClientSeats::take(const QHostAddress &client)
{
    const QHostAddress network = networkOf(client);
    const bool isLimited = m_perAddress > 0 && !network.isNull();
    if (isLimited && m_taken.value(network) >= m_perAddress)
        return nullptr;
    return std::make_unique<ClientSeat>(*this, network);
}

ClientSeat::ClientSeat(ClientSeats &seats, QHostAddress client)
    : m_seats(seats)
    , m_client(std::move(client))
{
    ++m_seats.m_taken[m_client];
}

ClientSeat::~ClientSeat()
{
    if (--m_seats.m_taken[m_client] == 0)
        m_seats.m_taken.remove(m_client);
}

} // namespace createzoom
