// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QStatusBar>

class QLabel;

namespace createzoom {

struct JobCounts
{
    int waiting = 0; ///< also those that wait for a retry, a disk or a token
    int running = 0;
    int failed = 0;
    int done = 0;

    void count(JobState state);
};

/// The line at the foot of the window: counts, address of the REST interface, free disk. GUI
/// thread.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void showCounts(const JobCounts &counts);
    void showRestAddress(const QString &address); ///< empty: the interface is off
    void showFreeDisk(const QString &folder, qint64 bytes); ///< below 0: not known

private:
    QLabel *m_counts = nullptr;
    QLabel *m_rest = nullptr;
    QLabel *m_disk = nullptr;
};

} // namespace createzoom
