// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/peerserver.h"

#include "server/healthapi.h"
#include "server/httpservice.h"
#include "server/peerapi.h"
#include "server/storehealth.h"

#include <utility>

namespace createzoom {

struct PeerServer::Surfaces
{
    Surfaces(JobService &service,
             const SecretBox &keys,
             const QString &workFolder,
             PreviewOpener openHere,
             const Clock &clock)
        : storeHealth([&service] { return service.health(); }, clock)
        , health(storeHealth)
        , peers(service, keys, workFolder, std::move(openHere), clock)
        , http(Router(peers.routes() + health.routes(), CorsPolicy({})), {})
    {}

    StoreHealth storeHealth;
    HealthApi health;
    PeerApi peers;
    HttpService http; ///< last: its threads call the others
};

PeerServer::PeerServer(JobService &service,
                       const SecretBox &keys,
                       const QString &workFolder,
                       PreviewOpener openHere,
                       const Clock &clock)
    : m_surfaces(std::make_unique<Surfaces>(service, keys, workFolder, std::move(openHere), clock))
{}

PeerServer::~PeerServer() = default;

Result<QUrl> PeerServer::start(const QString &listen)
{
    return m_surfaces->http.start(listen);
}

void PeerServer::stop()
{
    m_surfaces->http.stop();
}

} // namespace createzoom
