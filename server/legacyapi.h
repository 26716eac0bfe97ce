// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "server/authenticator.h"
#include "server/routes.h"
#include "server/statuscache.h"
#include "server/storehealth.h"
#include "server/submittogether.h"

#include <QList>
#include <QString>

namespace createzoom {

/// The surface of the service replaced (/deepzoom/...), which front ends and scripts rely on to the
/// byte. Any thread.
class LegacyApi
{
public:
    struct Options
    {
        QString failureWord = QStringLiteral("failed");
        bool tokenRequired = true; ///< a folder bucket needs none
        bool isStoreRemote = false; ///< the server's thread must not wait for it
    };

    LegacyApi(JobService &service,
              Authenticator &authenticator,
              StoreHealth &health,
              Options options);

    /// The rows of this surface; their handlers refer to this object.
    QList<Route> routes();

private:
    HttpAnswer health();
    Result<JobWish> readWish(const HttpRequest &request) const;
    HttpAnswer status(const HttpRequest &request);
    HttpAnswer tasks(const HttpRequest &request);

    JobService &m_service;
    Authenticator &m_authenticator;
    Options m_options{};
    StoreHealth &m_health;
    StatusCache m_statuses{};
};

} // namespace createzoom
