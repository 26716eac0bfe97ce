// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queuecommands.h"

#include "core/jobs/jobboard.h"

#include <algorithm>
#include <utility>

namespace createzoom {

QueueCommands::QueueCommands(JobBoard &jobs, QObject *parent)
    : OutcomeQueue(parent)
    , m_jobs(jobs)
{}

QueueCommands::~QueueCommands()
{
    m_reading.end();
    m_commands.end();
}

void QueueCommands::pause(const QStringList &ids)
{
    run(ids, [this](const QString &id) { return m_jobs.pause(id); });
}

void QueueCommands::resume(const QStringList &ids)
{
    run(ids, [this](const QString &id) { return m_jobs.resume(id); });
}

void QueueCommands::move(const QStringList &ids, QueueMove where, int steps)
{
    QStringList order = ids; // those go first that are in the way of the others
    if (where == QueueMove::Down || where == QueueMove::Top)
        std::reverse(order.begin(), order.end());
    run(order, [this, where, steps](const QString &id) {
        for (int step = 0; step < steps; ++step) {
            if (const Result<void> moved = m_jobs.move(id, where); !moved)
                return moved;
        }
        return Result<void>();
    });
}

void QueueCommands::setQueuePaused(bool paused)
{
    m_commands.post([this, paused] {
        const Result<void> set = m_jobs.setQueuePaused(paused);
        if (set)
            deliver([this, paused] { Q_EMIT queueKnown(paused); });
        else
            deliver([this, error = set.error()] { Q_EMIT failed(error); });
    });
}

// An outage is told by JobWatcher.
void QueueCommands::askQueue()
{
    if (m_isQueueAsked.exchange(true))
        return;
    m_commands.post([this] {
        const Result<QueueState> queue = m_jobs.queue();
        m_isQueueAsked = false;
        if (queue)
            deliver([this, paused = queue->isPaused] { Q_EMIT queueKnown(paused); });
    });
}

void QueueCommands::askWorkers()
{
    if (m_areWorkersAsked.exchange(true))
        return;
    m_reading.post([this] {
        const Result<QList<WorkerInfo>> workers = m_jobs.workers();
        m_areWorkersAsked = false;
        if (workers)
            deliver([this, known = *workers] { Q_EMIT workersKnown(known); });
    });
}

void QueueCommands::fetchLog(const QString &id)
{
    m_reading.post([this, id] {
        const Result<QStringList> lines = m_jobs.log(id);
        if (lines)
            deliver([this, id, log = *lines] { Q_EMIT logFetched(id, log); });
        else
            deliver([this, id, error = lines.error()] { Q_EMIT logFailed(id, error); });
    });
}

void QueueCommands::openPreview(const QString &id, const QString &name)
{
    m_reading.post([this, id, name] {
        Result<std::unique_ptr<TileSource>> opened = m_jobs.preview(id);
        if (!opened) {
            deliver([this, error = opened.error()] { Q_EMIT failed(error); });
            return;
        }
        const std::shared_ptr<TileSource> source = std::move(*opened);
        deliver([this, source, name] { Q_EMIT previewOpened(source, name); });
    });
}

void QueueCommands::run(const QStringList &ids, const Command &command)
{
    m_commands.post([this, ids, command] {
        std::optional<Error> first;
        for (const QString &id : ids) {
            const Result<void> result = command(id);
            if (!result && !first)
                first = result.error();
        }
        if (first)
            deliver([this, first] { Q_EMIT failed(*first); });
    });
}

} // namespace createzoom
