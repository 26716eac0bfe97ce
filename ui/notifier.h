// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/job.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace createzoom {

class JobActivity;

/// Decides what the desktop is told while nobody looks at the window: that the queue has finished,
/// and that jobs failed, gathered to one message in 30 s. Who shows it is connected to notify().
/// GUI thread; `activity` outlives it.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// `isWatched`: does a person look at the window, or want no messages?
    Notifier(JobActivity &activity,
             std::function<bool()> isWatched,
             Clock clock = systemClock(),
             QObject *parent = nullptr);

    /// What was gathered is told when its time has come; the timer asks too.
    void tellWhatIsDue();

Q_SIGNALS:
    void notify(const QString &title, const QString &text);

private:
    void noteEnd(const Job &job);
    void noteAllEnded();

    std::function<bool()> m_isWatched;
    Clock m_clock;
    QTimer m_timer{};
    QStringList m_failedNames{};
    qint64 m_lastFailureTold = 0;
    int m_done = 0; ///< since the queue was empty the last time, as m_failed
    int m_failed = 0;
};

} // namespace createzoom
