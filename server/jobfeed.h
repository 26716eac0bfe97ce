// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "core/jobs/jobwire.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace createzoom {

/// A job that has changed, and its form on the wire, which is made once for all who hear of it.
class FedJob
{
public:
    FedJob(Job job, bool isProgress);

    const Job &job() const { return m_job; }
    /// Nothing but how far it has come.
    bool isProgress() const { return m_isProgress; }
    const QByteArray &json(Audience audience) const;

private:
    const Job m_job;
    const bool m_isProgress;
    mutable std::array<QByteArray, 2> m_json{};
};

/// Hears what changes, of one job or of all. Its methods are called by the feed's thread, one after
/// the other, and must not wait.
class JobListener
{
public:
    /// `position`: the revision that is known already; `jobId` empty: all jobs.
    JobListener(QString jobId, qint64 position);
    virtual ~JobListener() = default;
    JobListener(const JobListener &) = delete;
    JobListener &operator=(const JobListener &) = delete;

    const QString &jobId() const { return m_jobId; }

    virtual void jobChanged(const FedJob &job) = 0;
    virtual void jobRemoved(const QString &id, qint64 revision) = 0;
    virtual void queueChanged(const QueueState & /*queue*/) {}
    /// The latest lines, for who listens to one job and asks for them.
    virtual bool wantsLog() const { return false; }
    virtual void logRead(const QStringList & /*lines*/) {}
    /// What was there to be heard was heard; now and then also without news.
    virtual void lookedAt() {}

private:
    friend class JobFeed;
    const QString m_jobId;
    qint64 m_position;
};

/// Tells listeners what happens to jobs: one thread that looks at the store a few times a second
/// while there is anybody to tell, however many they are. Owned by RestServer; any thread. The
/// service must outlive it.
class JobFeed
{
public:
    explicit JobFeed(JobService &service,
                     std::chrono::milliseconds interval = std::chrono::milliseconds(250));
    ~JobFeed();
    JobFeed(const JobFeed &) = delete;
    JobFeed &operator=(const JobFeed &) = delete;

    /// Where a listener begins that wants all that comes from now on. May wait for the store.
    Result<qint64> position();
    /// Until the listener is gone: its owner decides.
    void add(const std::shared_ptr<JobListener> &listener);

private:
    using Listeners = std::vector<std::shared_ptr<JobListener>>;
    void run(const std::stop_token &stop);
    Listeners listeners();
    void look(const Listeners &listeners);
    void tell(const Listeners &listeners, const JobChanges &changes);
    void lookAtQueue(const Listeners &listeners);
    void readLogs(const Listeners &listeners);
    bool isProgress(const Job &job);

    JobService &m_service;
    const std::chrono::milliseconds m_interval;
    // Of the thread alone:
    QHash<QString, std::pair<JobState, Stage>> m_running{};
    std::optional<bool> m_isPaused{};

    std::mutex m_mutex{}; ///< guards m_listeners
    std::condition_variable_any m_someoneListens{};
    std::vector<std::weak_ptr<JobListener>> m_listeners{};
    std::jthread m_thread;
};

} // namespace createzoom
