// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departure.h"

#include "core/jobs/jobboard.h"
#include "ui/dialogs/closedialog.h"
#include "ui/jobactivity.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Departure::Departure(JobBoard &jobs,
                     JobActivity &activity,
                     QSettings &settings,
                     const QString &dataFolder,
                     QObject *parent)
    : OutcomeQueue(parent)
    , m_jobs(jobs)
    , m_activity(activity)
    , m_settings(settings)
    , m_heldFile(dataFolder + u"/queue-held-by-window"_s)
{
    connect(&m_activity, &JobActivity::runningChanged, this, &Departure::noteRunning);
    m_worker.post([this] {
        if (QFile::exists(m_heldFile))
            releaseQueue();
    });
}

Departure::~Departure()
{
    m_worker.end();
}

bool Departure::mayClose(QWidget *window)
{
    using Closing = WindowSettings::Closing;
    if (m_isLeaving || m_activity.running() == 0)
        return true;
    WindowSettings values = loadWindowSettings(m_settings);
    Closing choice = values.closing;
    if (choice == Closing::Ask || (choice == Closing::Tray && !m_hasTray)) {
        CloseDialog dialog(m_activity.running(), m_hasTray, window);
        if (dialog.exec() != QDialog::Accepted)
            return false;
        choice = dialog.choice();
        if (dialog.isRemembered()) {
            values.closing = choice;
            saveWindowSettings(m_settings, values);
        }
    }
    if (choice == Closing::StopNow || m_activity.running() == 0)
        return true;
    if (choice == Closing::Tray)
        Q_EMIT hideWanted();
    else
        drain();
    return false;
}

void Departure::drain()
{
    if (m_isDraining)
        return;
    m_isDraining = true;
    m_worker.post([this] { holdQueue(); });
    Q_EMIT drainingBegan(m_activity.running());
}

void Departure::stay()
{
    if (!m_isDraining)
        return;
    m_isDraining = false;
    restoreQueue(false);
}

void Departure::noteRunning(int running)
{
    if (!m_isDraining || running > 0)
        return;
    m_isDraining = false;
    restoreQueue(true);
}

/// What is begun in the moment before the end goes back to the queue.
void Departure::restoreQueue(bool isLeaving)
{
    m_worker.post([this, isLeaving] {
        if (m_isHeld)
            releaseQueue();
        if (isLeaving)
            deliver([this] {
                m_isLeaving = true;
                Q_EMIT leave();
            });
    });
}

/// The pause is in the store: that it is not a person's is noted first, on the disk, for whoever
/// starts after a kill or a power cut.
void Departure::holdQueue()
{
    const Result<QueueState> queue = m_jobs.queue();
    if (queue && queue->isPaused)
        return;
    if (!note(true))
        return; // rather one more job than a queue that stays paused
    m_isHeld = true;
    [[maybe_unused]] const Result<void> paused = m_jobs.setQueuePaused(true);
}

/// So that it goes on by itself, now or at the next start.
void Departure::releaseQueue()
{
    m_isHeld = false;
    if (m_jobs.setQueuePaused(false))
        note(false);
}

bool Departure::note(bool isHeld) const
{
    if (!isHeld)
        return QFile::remove(m_heldFile);
    QSaveFile file(m_heldFile);
    return file.open(QIODevice::WriteOnly) && file.commit();
}

} // namespace createzoom
