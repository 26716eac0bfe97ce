// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QMutex>

#include <utility>

namespace createzoom {

/// How many requests were answered, by route (its pattern, never a path) and status. Shared by the
/// router and whoever tells of it; any thread.
class RequestMeter
{
public:
    using Counts = QMap<std::pair<QByteArray, int>, qint64>;

    /// `route`: empty for what no route answered.
    void answered(const QByteArray &route, int status);
    Counts counts() const;

private:
    mutable QMutex m_mutex{}; ///< guards m_counts
    Counts m_counts{};
};

} // namespace createzoom
