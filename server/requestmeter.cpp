// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/requestmeter.h"

namespace createzoom {

void RequestMeter::answered(const QByteArray &route, int status)
{
    const QMutexLocker locker(&m_mutex);
    ++m_counts[{route, status}];
}

RequestMeter::Counts RequestMeter::counts() const
{
    const QMutexLocker locker(&m_mutex);
    return m_counts;
}

} // namespace createzoom
