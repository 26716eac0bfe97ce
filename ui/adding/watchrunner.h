// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
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
/// that has arrived. For a bucket it needs a token, which lives as long as this does and is written
/// nowhere but, sealed, with each job; without one images wait where they are. `jobs` outlives it.
/// GUI thread.
class WatchRunner : public OutcomeQueue
{
    Q_OBJECT

public:
    enum class BucketToken { Asked, NotNeeded };

    /// `memory`: the folder below which is kept what was taken.
    WatchRunner(JobBoard &jobs,
                QString memory,
                BucketToken need,
                std::chrono::milliseconds stillFor = std::chrono::seconds(10),
                std::chrono::milliseconds interval = std::chrono::seconds(2),
                QObject *parent = nullptr);
    ~WatchRunner() override;

    /// Watches these from now on, and no others; waits for a poll that is under way. Archives go as
    /// `choice` says.
    void watch(const QStringList &folders, const AddChoice &choice);
    /// For the bucket; watching goes on with it.
    void setToken(const Secret &token);

Q_SIGNALS:
    void added(const QString &folder, qsizetype count);
    void failed(const createzoom::Error &error); ///< once until it works again
    /// Images would go to this folder of a bucket, and there is no token, or none that still holds.
    /// Once until there is one.
    void tokenWanted(const QString &bucketFolder);
    void tokenNotWanted(); ///< any more

private:
    struct Watched
    {
        QString folder{};
        FolderWatch watch;
    };

    void begin();
    void run(const std::stop_token &stop, std::vector<Watched> folders);
    void poll(Watched &watched);
    bool isTokenMissing() const;
    void noteToken(bool isMissing);
    void noteError(const std::optional<Error> &error);

    JobBoard &m_jobs;
    QString m_memory;
    std::chrono::milliseconds m_stillFor;
    std::chrono::milliseconds m_interval;
    BucketToken m_need;
    // Of the GUI thread while m_thread does not run, of m_thread while it does.
    QStringList m_folders{};
    AddChoice m_choice{};
    Secret m_token{};
    bool m_isFailing = false;
    bool m_isTokenRefused = false; ///< by the service, when the job was submitted
    bool m_isTokenAsked = false;
    std::jthread m_thread{};
};

} // namespace createzoom
