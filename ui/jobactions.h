// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/jobs/job.h"

#include <QObject>
#include <QStringList>

namespace createzoom {

class JobCommands;
class JobList;
class JobTableView;
class QueueCommands;
class WindowActions;
enum class Deed;
struct JobRow;

/// Does what the actions for jobs and the queue say, with the selected jobs. Owned by the window,
/// GUI thread; all it is given outlives it.
class JobActions : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowActions &actions;
        JobList &jobs;
        JobTableView &table;
        JobCommands &commands;
        QueueCommands &queue;
    };

    explicit JobActions(const Parts &parts, QObject *parent = nullptr);

    void showQueuePaused(bool isPaused); ///< as the service says
    bool isQueuePaused() const { return m_isPaused; }

Q_SIGNALS:
    void viewRequested(const createzoom::Job &job);
    void optionsRequested(const QList<createzoom::Job> &jobs);
    void stepsRequested(); ///< what a double click shows of a job that waits or runs
    void logRequested(); ///< of one that failed
    void failed(const createzoom::Error &error);
    void noted(const QString &sentence); ///< what was done, for a moment

private:
    void connectQueue();
    void connectJobs();
    void activate(const JobRow &row);
    void toggleQueue();
    void pauseNow();
    void openFolder(Deed deed);
    void view();
    QStringList selectedIds(Deed deed) const;
    QStringList idsOf(Deed deed, bool (*isMeant)(const JobRow &row)) const;

    Parts m_with;
    bool m_isPaused = false;
    QStringList m_pausedNow{}; ///< by pauseNow(): they go on with the queue
};

} // namespace createzoom
