// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/folderwatch.h"
#include "core/jobs/jobrequest.h"
#include "ui/adding/addchoice.h"
#include "ui/outcomequeue.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace createzoom {

class JobBoard;

/// The window's watched folders: polls them on a thread of its own and makes a job of each image
/// that has arrived. `jobs` outlives it. GUI thread.
class WatchRunner : public OutcomeQueue
{
    Q_OBJECT

public:
    /// `memory`: the folder below which is kept what was taken.
    WatchRunner(JobBoard &jobs,
                QString memory,
                std::chrono::milliseconds stillFor = std::chrono::seconds(10),
                std::chrono::milliseconds interval = std::chrono::seconds(2),
                QObject *parent = nullptr);
    ~WatchRunner() override;

    /// Watches these from now on, and no others; waits for a poll that is under way. Archives go as
    /// `choice` says, but for a bucket, whose token nobody keeps: then beside the images.
    void watch(const QStringList &folders, const AddChoice &choice);

Q_SIGNALS:
    void added(const QString &folder, qsizetype count);
    void failed(const createzoom::Error &error); ///< once until it works again

private:
    struct Watched
    {
        QString folder{};
        FolderWatch watch;
    };

    void run(const std::stop_token &stop, std::vector<Watched> folders, const AddChoice &choice);
    void poll(Watched &watched, const AddChoice &choice);
    void noteError(const std::optional<Error> &error);

    JobBoard &m_jobs;
    QString m_memory;
    std::chrono::milliseconds m_stillFor;
    std::chrono::milliseconds m_interval;
    bool m_isFailing = false; ///< the thread's alone
    std::jthread m_thread{};
};

} // namespace createzoom
