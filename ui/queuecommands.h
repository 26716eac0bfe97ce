// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/jobs/jobengine.h"
#include "ui/outcomequeue.h"
#include "ui/serialworker.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace createzoom {

class JobBoard;
class TileSource;

/// What the window asks of the queue: to pause and go on, another order, the log of a job. Lives on
/// the GUI thread, works on a thread of its own as the service blocks, and tells of the outcome by
/// signals on the GUI thread. Owned by the window; `jobs` outlives it.
class QueueCommands : public OutcomeQueue
{
    Q_OBJECT

public:
    explicit QueueCommands(JobBoard &jobs, QObject *parent = nullptr);
    ~QueueCommands() override; ///< waits for the command that runs

    void pause(const QStringList &ids);
    void resume(const QStringList &ids);
    /// `ids` in the order in which they stand, which they keep.
    void move(const QStringList &ids, QueueMove where, int steps = 1);
    void setQueuePaused(bool paused);
    /// These two come again and again: asked while an answer is due they ask nothing, so that no
    /// command waits behind many of them when the service is slow.
    void askQueue();
    void askWorkers();
    void fetchLog(const QString &id);
    void openPreview(const QString &id, const QString &name);

Q_SIGNALS:
    void queueKnown(bool isPaused);
    void workersKnown(const QList<createzoom::WorkerInfo> &workers);
    void logFetched(const QString &id, const QStringList &lines);
    void logFailed(const QString &id, const createzoom::Error &error);
    void previewOpened(const std::shared_ptr<createzoom::TileSource> &source, const QString &name);
    /// Of several the first.
    void failed(const createzoom::Error &error);

private:
    using Command = std::function<Result<void>(const QString &id)>;
    void run(const QStringList &ids, const Command &command);

    JobBoard &m_jobs;
    std::atomic<bool> m_isQueueAsked{false};
    std::atomic<bool> m_areWorkersAsked{false};
    SerialWorker m_commands{}; ///< in the order in which they were asked for
    SerialWorker m_reading{}; ///< apart: a long log or a far picture holds up no command
};

} // namespace createzoom
