// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/storeaddress.h"

#include "core/transfer/privateaddress.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Result<void> checkStoreAddress(const QByteArray &address, const QByteArray &base)
{
    const QUrl store = QUrl::fromEncoded(QByteArray(address).replace(' ', "%20"));
    const QUrl proxy = QUrl::fromEncoded(base);
    if (proxy.scheme() == "https"_L1 && store.scheme() != "https"_L1)
        return Error{ErrorCode::RemoteFailure, u"the bucket's store has an insecure address"_s};
    if (isPrivateHost(store.host()) && !isPrivateHost(proxy.host()))
        return Error{ErrorCode::RemoteFailure, u"the bucket's store has a private address"_s};
    return {};
}

} // namespace createzoom
