// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/folderwatch.h"
#include "core/jobs/job.h"
#include "core/jobs/jobrequest.h"
#include "ui/adding/addchoice.h"
#include "ui/adding/watchtoken.h"
#include "ui/outcomequeue.h"

#include <QHash>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace createzoom {

class JobBoard;

/// A folder, and how its images are added.
struct FolderToWatch
{
    QString folder{};
    AddChoice choice{};
};

/// The window's watched folders: polls them on a thread of its own and makes a job of each image
/// that has arrived. For a bucket it needs a token, which lives as long as this does and is written
/// nowhere but, sealed, with each job; without one, or when a bucket refuses it, images wait where
/// they are. `jobs` outlives it. GUI thread.
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
    ~WatchRunner() override; ///< waits for the image that is being taken

    /// Watches these from now on, and no others, at once: an image that is being taken still
    /// becomes a job.
    void watch(const QList<FolderToWatch> &folders);
    /// For the buckets; watching goes on with it, and jobs whose token was refused run again.
    void setToken(const Secret &token);
    /// To be connected to JobWatcher::jobsChanged. A job of these folders whose token the bucket
    /// refused stops the deliveries, before more fail.
    void noteJobs(const QList<Job> &jobs);

Q_SIGNALS:
    void added(const QString &folder, qsizetype count);
    void failed(const createzoom::Error &error); ///< once until it works again
    /// Images would go to this folder of a bucket, and there is no token, or none that still holds.
    /// Once until there is one.
    void tokenWanted(const QString &bucketFolder, bool wasRefused);
    void tokenNotWanted(); ///< any more

private:
    struct Watched
    {
        FolderToWatch what{};
        FolderWatch watch;
    };

    void run(const std::stop_token &stop);
    /// True once when there are others to watch; then those.
    bool takeOrders(std::vector<Watched> &folders);
    bool isSuperseded(); ///< nobody wants these folders any more
    void pollAll(std::vector<Watched> &folders);
    void poll(Watched &watched);
    bool take(Watched &watched, const WatchedFile &file);
    bool submit(const JobRequest &request);
    void retryRefused();
    bool needsToken(const Watched &watched) const;
    void noteToken(const QString &bucketFolder);
    void noteError(const std::optional<Error> &error);
    void noteGiven(const QString &jobId, int token);

    JobBoard &m_jobs;
    QString m_memory;
    std::chrono::milliseconds m_stillFor;
    std::chrono::milliseconds m_interval;
    BucketToken m_need;
    WatchToken m_token{};
    QHash<QString, int> m_given{}; ///< of the GUI thread: jobs, and which token they have
    std::mutex m_mutex{}; ///< guards what follows
    std::condition_variable_any m_told{};
    std::optional<QList<FolderToWatch>> m_orders{}; ///< not yet taken
    QStringList m_refused{}; ///< jobs that failed for their token
    bool m_hasNews = false; ///< need not wait for the next poll
    // Of m_thread.
    bool m_isFailing = false;
    bool m_isTokenAsked = false;
    std::jthread m_thread{}; ///< from the first folder on
};

} // namespace createzoom
