// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/restserver.h"

#include "server/documentapi.h"
#include "server/healthapi.h"
#include "server/httpservice.h"
#include "server/jobfeed.h"
#include "server/jobsapi.h"
#include "server/legacyapi.h"
#include "server/metricsapi.h"
#include "server/storehealth.h"
#include "server/webpages.h"

#include <utility>

namespace createzoom {

/// The surfaces and what they share, in the order of their making.
struct RestServer::Surfaces
{
    Surfaces(JobService &service, UploadStore *uploads, RestServerOptions &&options)
        : operations(std::move(options.operations))
        , authenticator(std::move(options.admins), options.clock)
        , storeHealth([&service] { return service.health(); }, options.clock)
        , health(storeHealth, operations.checks, options.clock)
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
               {.tokenRequired = options.tokenRequired,
                .isStoreRemote = options.isStoreRemote,
                .checkCallback = std::move(options.checkCallback)},
               operations)
        , metrics(service, *meter, operations, options.clock)
        , table(legacy.routes() + jobs.routes() + health.routes() + metrics.routes()
                + documents.routes() + pages.routes())
        , http(Router(table,
                      CorsPolicy(options.allowedOrigins),
                      CallerPolicy(options.allowedHosts, options.allowedOrigins),
                      meter),
               std::move(options.door))
    {}

    const Operations operations;
    const std::shared_ptr<RequestMeter> meter = std::make_shared<RequestMeter>();
    Authenticator authenticator;
    StoreHealth storeHealth;
    HealthApi health;
    LegacyApi legacy;
    JobFeed feed;
    JobsApi jobs;
    MetricsApi metrics;
    const DocumentApi documents{};
    WebPages pages;
    const QList<Route> table;
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

const QList<Route> &RestServer::routes() const
{
    return m_surfaces->table;
}

bool RestServer::answersWithin(std::chrono::milliseconds time)
{
    return m_surfaces->http.answersWithin(time);
}

} // namespace createzoom
