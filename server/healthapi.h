// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes.h"
#include "server/storehealth.h"

#include <QList>

namespace createzoom {

/// What supervisors ask, in their customary words: /livez (is the process worth keeping?) and
/// /readyz (should it be given work?), as text; with ?verbose each check on a line. A store that is
/// away makes a process not ready, never dead: to end it would help nobody. Any thread.
class HealthApi
{
public:
    explicit HealthApi(StoreHealth &store);

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    HttpAnswer readiness(const HttpRequest &request);

    StoreHealth &m_store;
};

} // namespace createzoom
