// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QMap>
#include <QMutex>

#include <array>
#include <chrono>

namespace createzoom {

/// How long the steps took that this process finished, and what went over the network for them,
/// since its start. Owned by the composition root; any thread.
class StepMeter
{
public:
    /// Seconds: from a small picture to a whole slide on a slow disk.
    static constexpr std::array<double, 10> bounds{0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14400};

    struct Durations
    {
        std::array<qint64, bounds.size()> within{}; ///< steps that took at most that bound
        qint64 count = 0;
        double seconds = 0; ///< of all of them
    };

    struct Totals
    {
        QMap<Stage, Durations> steps{};
        qint64 downloaded = 0; ///< bytes
        qint64 uploaded = 0;
    };

    /// `bytes`: of the image that was downloaded, of the archive that was uploaded.
    void finished(Stage stage, std::chrono::milliseconds took, qint64 bytes);
    Totals totals() const;

private:
    mutable QMutex m_mutex{}; ///< guards m_totals
    Totals m_totals{};
};

} // namespace createzoom
