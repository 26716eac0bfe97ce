// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobwire.h"
#include "core/jobs/workerinfo.h"
#include "core/transfer/remotecalls.h"
#include "core/transfer/storeaddress.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace createzoom;

namespace {

bool isPrivate(const QHostAddress &host)
{
    const QStringList networks{QStringLiteral("10.0.0.0/8"),
                               QStringLiteral("172.16.0.0/12"),
                               QStringLiteral("192.168.0.0/16"),
                               QStringLiteral("fc00::/7")};
    return std::any_of(networks.begin(), networks.end(), [&](const QString &network) {
        return host.isInSubnet(QHostAddress::parseSubnet(network));
    });
}

/// Of an address that a public data-proxy gave: nothing of this network.
void checkAddress(const QByteArray &address)
{
    if (!checkStoreAddress(address, "https://data-proxy.ebrains.eu/api"))
        return;
    const QUrl url = QUrl::fromEncoded(address, QUrl::TolerantMode);
    const QHostAddress host(url.host());
    if ((url.scheme() != QStringLiteral("https") && url.scheme() != QStringLiteral("http"))
        || host.isLoopback() || host.isLinkLocal() || isPrivate(host))
        std::abort();
}

} // namespace

/// Any bytes as what another machine answers: an address to fetch from, a refusal, a job, a
/// pyramid, a worker.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkAddress(bytes);
    static_cast<void>(problemError({.status = 400, .body = bytes}));
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (const Result<Job> job = jobFromWire(json)) {
        if (job->id.isEmpty())
            std::abort();
        static_cast<void>(toWire(*job, Audience::Submitter));
    }
    static_cast<void>(previewFromWire(json));
    static_cast<void>(workerFromWire(json));
    return 0;
}
