// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/startovers.h"

#include <algorithm>

namespace createzoom {

int StartOvers::count(const Claim &claim)
{
    const std::scoped_lock lock(m_mutex);
    Row &row = m_rows[claim.jobId];
    row.stage = std::max(row.stage, claim.stage);
    return ++row.length;
}

void StartOvers::forget(const QString &jobId, Stage ended)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_rows.constFind(jobId);
    if (found != m_rows.constEnd() && ended >= found->stage)
        m_rows.erase(found);
}

} // namespace createzoom
