// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/restserver.h"

#include "server/healthapi.h"
#include "server/httpservice.h"
#include "server/jobfeed.h"
#include "server/jobsapi.h"
#include "server/legacyapi.h"
#include "server/storehealth.h"
#include "server/webpages.h"

#include <utility>

namespace createzoom {

/// The surfaces and what they share, in the order of their making.
struct RestServer::Surfaces
{
    Surfaces(JobService &service, UploadStore *uploads, RestServerOptions &&options)
        : authenticator(std::move(options.admins), options.clock)
        , storeHealth([&service] { return service.health(); }, options.clock)
        , health(storeHealth)
        , legacy(service,
                 authenticator,
                 storeHealth,
                 {.failureWord = options.failureWord,
                  .tokenRequired = options.tokenRequired,
                  .isStoreRemote = options.isStoreRemote})
        , feed(service)
        , jobs(service,
               authenticator,
               feed,
               uploads,
               {.tokenRequired = options.tokenRequired, .isStoreRemote = options.isStoreRemote})
        , http(Router(legacy.routes() + jobs.routes() + health.routes() + pages.routes(),
                      CorsPolicy(options.allowedOrigins),
                      CallerPolicy(options.allowedHosts, options.allowedOrigins)),
               std::move(options.door))
    {}

    Authenticator authenticator;
    StoreHealth storeHealth;
    HealthApi health;
    LegacyApi legacy;
    JobFeed feed;
    JobsApi jobs;
    WebPages pages;
    HttpService http; ///< last: its threads call the others
};

RestServer::RestServer(JobService &service, UploadStore *uploads, RestServerOptions options)
    : m_surfaces(std::make_unique<Surfaces>(service, uploads, std::move(options)))
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

} // namespace createzoom
