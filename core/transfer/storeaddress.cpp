// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/storeaddress.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

bool isPrivate(const QString &host)
{
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1))
        return true;
    const QHostAddress address(host);
    if (address.isNull())
        return false;
    if (address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast()
        || address.isMulticast())
        return true;
    constexpr std::array networks{
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"};
    bool isV4 = false;
    const QHostAddress v4(address.toIPv4Address(&isV4)); // also of ::ffff:a.b.c.d
    return isV4
        && (v4.isLoopback() || v4.isLinkLocal()
            || std::any_of(networks.begin(), networks.end(), [&v4](const char *network) {
                   return v4.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(network)));
               }));
}

} // namespace

Result<void> checkStoreAddress(const QByteArray &address, const QByteArray &base)
{
    const QUrl store = QUrl::fromEncoded(QByteArray(address).replace(' ', "%20"));
    const QUrl proxy = QUrl::fromEncoded(base);
    if (proxy.scheme() == "https"_L1 && store.scheme() != "https"_L1)
        return Error{ErrorCode::RemoteFailure, u"the bucket's store has an insecure address"_s};
    if (isPrivate(store.host()) && !isPrivate(proxy.host()))
        return Error{ErrorCode::RemoteFailure, u"the bucket's store has a private address"_s};
    return {};
}

} // namespace createzoom
