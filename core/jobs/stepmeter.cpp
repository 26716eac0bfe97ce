// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/stepmeter.h"

namespace createzoom {

void StepMeter::finished(Stage stage, std::chrono::milliseconds took, qint64 bytes)
{
    const double seconds = std::chrono::duration<double>(took).count();
    const QMutexLocker locker(&m_mutex);
    Durations &durations = m_totals.steps[stage];
    for (size_t i = 0; i < bounds.size(); ++i)
        durations.within[i] += seconds <= bounds[i] ? 1 : 0;
    ++durations.count;
    durations.seconds += seconds;
    if (stage == Stage::Download)
        m_totals.downloaded += bytes;
    if (stage == Stage::Upload)
        m_totals.uploaded += bytes;
}

StepMeter::Totals StepMeter::totals() const
{
    const QMutexLocker locker(&m_mutex);
    return m_totals;
}

} // namespace createzoom
