// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/restserver.h"

#include "server/healthapi.h"
#include "server/httpservice.h"
#include "server/jobsapi.h"
#include "server/legacyapi.h"
#include "server/storehealth.h"

#include <utility>

namespace createzoom {

/// The surfaces and what they share, in the order of their making.
struct RestServer::Surfaces
{
    Surfaces(JobService &service, RestServerOptions &&options)
        : authenticator(std::move(options.admins), options.clock)
        , storeHealth([&service] { return service.health(); }, options.clock)
        , health(storeHealth)
        , legacy(service,
                 authenticator,
                 storeHealth,
                 {.failureWord = options.failureWord,
                  .tokenRequired = options.tokenRequired,
                  .isStoreRemote = options.isStoreRemote})
        , jobs(service,
               authenticator,
               {.tokenRequired = options.tokenRequired, .isStoreRemote = options.isStoreRemote})
        , http(Router(legacy.routes() + jobs.routes() + health.routes(),
                      CorsPolicy(options.allowedOrigins),
                      CallerPolicy(options.allowedHosts, options.allowedOrigins)),
               std::move(options.door))
    {}

    Authenticator authenticator;
    StoreHealth storeHealth;
    HealthApi health;
    LegacyApi legacy;
    JobsApi jobs;
    HttpService http; ///< last: its threads call the others
};

RestServer::RestServer(JobService &service, RestServerOptions options)
    : m_surfaces(std::make_unique<Surfaces>(service, std::move(options)))
{}

RestServer::~RestServer() = default;

Result<QUrl> RestServer::start(const QString &listen)
{
    return m_surfaces->http.start(listen);
}

void RestServer::stop()
{
    m_surfaces->http.stop();
}

bool RestServer::answersWithin(std::chrono::milliseconds time)
{
    return m_surfaces->http.answersWithin(time);
}

} // namespace createzoom
