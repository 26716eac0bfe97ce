// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/privateaddress.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::array networks{
    "0.0.0.0/8", // this network
    "10.0.0.0/8",
    "100.64.0.0/10", // shared by a carrier's customers
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24", // protocol assignments
    "192.168.0.0/16",
    "198.18.0.0/15", // benchmarks
    "224.0.0.0/3", // multicast, reserved, broadcast
    "::/128",
    "::1/128",
    "64:ff9b:1::/48", // translation within a network
    "100::/64", // discarded
    "fc00::/7",
    "fe80::/9", // link and site local
    "ff00::/8",
};

/// Where an IPv6 address carries an IPv4 address that it leads to.
struct Carrier
{
    const char *network;
    int at; ///< byte
};
constexpr std::array carriers{
    Carrier{"::/96", 12}, // compatible
    Carrier{"::ffff:0:0/96", 12}, // mapped
    Carrier{"64:ff9b::/96", 12}, // NAT64
    Carrier{"2002::/16", 2}, // 6to4
};

bool isIn(const QHostAddress &address, const char *network)
{
    return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(network)));
}

bool isListed(const QHostAddress &address)
{
    return std::any_of(networks.begin(), networks.end(), [&address](const char *network) {
        return isIn(address, network);
    });
}

} // namespace

bool isPrivate(const QHostAddress &address)
{
    QHostAddress plain = address;
    plain.setScopeId({});
    if (plain.protocol() != QAbstractSocket::IPv6Protocol)
        return isListed(plain);
    const Q_IPV6ADDR bytes = plain.toIPv6Address();
    for (const Carrier &carrier : carriers) {
        if (!isIn(plain, carrier.network))
            continue;
        quint32 carried = 0;
        for (int i = 0; i < 4; ++i)
            carried = carried << 8 | bytes[carrier.at + i];
        return isListed(QHostAddress(carried));
    }
    return isListed(plain);
}

bool isPrivateHost(const QString &host)
{
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && isPrivate(address);
}

} // namespace createzoom
