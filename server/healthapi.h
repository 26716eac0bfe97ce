// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/operations.h"
#include "server/routes.h"
#include "server/storehealth.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace createzoom {

/// What supervisors ask, in their customary words: /livez (is the process worth keeping?) and
/// /readyz (should it be given work?), as text; with ?verbose each check on a line. A store that is
/// away, a full disk or queue make a process not ready, never dead: to end it would help nobody.
/// /healthz is /livez by its older name. Any thread.
class HealthApi
{
public:
    /// `checks`: beside the store, each asked at most every two seconds.
    explicit HealthApi(StoreHealth &store,
                       const QList<ReadinessCheck> &checks = {},
                       Clock clock = systemClock());

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    /// The same rules for all of them: asked now and then, by one caller at a time.
    struct Check
    {
        QByteArray name{};
        StoreHealth *health = nullptr;
    };
    HttpAnswer readiness(const HttpRequest &request);
    bool isFresh() const;

    std::vector<std::unique_ptr<StoreHealth>> m_owned{};
    QList<Check> m_checks{};
};

} // namespace createzoom
