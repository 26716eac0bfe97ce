// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/operations.h"
#include "server/routes.h"
#include "server/storehealth.h"

#include <QByteArray>
#include <QList>

#include <functional>
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
    /// `checks`: beside the store; those that wait are asked at most every two seconds, as it is.
    explicit HealthApi(StoreHealth &store,
                       const QList<ReadinessCheck> &checks = {},
                       Clock clock = systemClock());

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    struct Check
    {
        QByteArray name{};
        std::function<Result<void>()> ask{};
        const StoreHealth *kept = nullptr; ///< who keeps its answers; null: nobody
    };
    HttpAnswer readiness(const HttpRequest &request);
    bool isFresh() const;
    void addKept(const QByteArray &name, StoreHealth &health);

    std::vector<std::unique_ptr<StoreHealth>> m_owned{};
    QList<Check> m_checks{};
};

} // namespace createzoom
