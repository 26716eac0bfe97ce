// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace createzoom {

/// Counts how often in a row a job starts over because its files vanished: one that does so for
/// ever must end. In a row are those starts that did not get beyond the stage which missed its
/// file: the stages before it end well each time. Owned by WorkerPool, any thread; a restart counts
/// anew.
class StartOvers
{
public:
    /// Another one, of a job whose `claim` misses its file. How many in a row that makes.
    int count(const Claim &claim);
    /// A stage has ended well, or the job for good (Stage::Upload).
    void forget(const QString &jobId, Stage ended);

private:
    struct Row
    {
        Stage stage = Stage::Download; ///< the furthest that missed its file
        int length = 0;
    };

    std::mutex m_mutex{}; ///< guards m_rows
    QHash<QString, Row> m_rows{}; ///< by job id
};

} // namespace createzoom
