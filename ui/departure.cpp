// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departure.h"

#include "core/jobs/jobboard.h"
#include "ui/dialogs/closedialog.h"
#include "ui/jobactivity.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString heldKey = u"closing/isQueueHeld"_s;

} // namespace

Departure::Departure(JobBoard &jobs, JobActivity &activity, QSettings &settings, QObject *parent)
    : OutcomeQueue(parent)
    , m_jobs(jobs)
    , m_activity(activity)
    , m_settings(settings)
    , m_settingsFile(settings.fileName())
{
    connect(&m_activity, &JobActivity::runningChanged, this, &Departure::noteRunning);
    if (m_settings.value(heldKey).toBool())
        m_worker.post([this] { releaseQueue(); });
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
    m_isHeld = true;
    note(true);
    [[maybe_unused]] const Result<void> paused = m_jobs.setQueuePaused(true);
}

/// So that it goes on by itself, now or at the next start.
void Departure::releaseQueue()
{
    m_isHeld = false;
    if (m_jobs.setQueuePaused(false))
        note(false);
}

/// The settings as this thread may use them.
void Departure::note(bool isHeld) const
{
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    if (isHeld)
        settings.setValue(heldKey, true);
    else
        settings.remove(heldKey);
    settings.sync();
}

} // namespace createzoom
