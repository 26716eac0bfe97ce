// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outcomequeue.h"
#include "ui/serialworker.h"

#include <QSettings>
#include <QString>

class QWidget;

namespace createzoom {

class JobActivity;
class JobBoard;

/// What happens when the window is closed while jobs run: asks, lets them finish, or hides the
/// window. A queue that was held for it at the last end, and not let go, goes on. Owned by who
/// assembles the window; `jobs`, `activity` and `settings` outlive it. GUI thread.
/// That the queue is held is noted in the jobs' own data folder: it is their queue, whoever looks.
class Departure : public OutcomeQueue
{
    Q_OBJECT

public:
    Departure(JobBoard &jobs,
              JobActivity &activity,
              QSettings &settings,
              const QString &dataFolder,
              QObject *parent = nullptr);
    ~Departure() override;

    void setTray(bool isThere) { m_hasTray = isThere; }
    /// May `window` close now? If not, it stays, hides in the tray, or closes later (leave()).
    bool mayClose(QWidget *window);
    bool isDraining() const { return m_isDraining; }
    void stay(); ///< after all: the queue goes on as before

Q_SIGNALS:
    /// No new job is begun; the program ends once those running have.
    void drainingBegan(int running);
    void hideWanted();
    void leave();

private:
    void drain();
    void noteRunning(int running);
    void restoreQueue(bool isLeaving);
    void holdQueue(); ///< on the worker's thread, as what follows
    void releaseQueue();
    bool note(bool isHeld) const;

    JobBoard &m_jobs;
    JobActivity &m_activity;
    QSettings &m_settings;
    const QString m_heldFile; ///< there: the queue is paused, and not by a person
    bool m_hasTray = false;
    bool m_isDraining = false;
    bool m_isLeaving = false;
    bool m_isHeld = false; ///< the queue is paused, and not by a person; the worker's thread alone
    SerialWorker m_worker{};
};

} // namespace createzoom
