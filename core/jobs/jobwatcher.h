// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/jobs/job.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace createzoom {

class JobBoard;

/// Follows the jobs of a service for somebody who shows them: asks for changes in an interval, on a
/// thread of its own as the service blocks, and tells of them by signals on its owner's thread.
/// While the owner is busy changes gather. `jobs` outlives it.
class JobWatcher : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultInterval{250};

    explicit JobWatcher(JobBoard &jobs,
                        std::chrono::milliseconds interval = defaultInterval,
                        QObject *parent = nullptr,
                        Clock clock = systemClock());
    ~JobWatcher() override; ///< waits for the question that is being asked

    /// Once: tells of every job there is, then of each change.
    void start();

Q_SIGNALS:
    void jobsChanged(const QList<createzoom::Job> &jobs);
    /// By whomever, this program too.
    void jobsRemoved(const QStringList &ids);
    /// So long was nothing heard that removals may have been missed: what is known does not count,
    /// every job comes anew.
    void begunAnew();
    /// Once per outage; what is known stays shown.
    void connectionLost(const createzoom::Error &error);
    void connectionRestored();

private:
    struct News
    {
        bool isBegunAnew = false;
        QList<Job> jobs{};
        QStringList removed{};
        std::optional<Error> outage{};
        bool isRestored = false;
    };

    void watch(const std::stop_token &stop);
    /// On the watcher's thread. False: there is no more for now.
    bool askForPage();
    /// An answer of a while ago, or none, is the last one.
    bool isOutOfTouch() const;
    void noteConnection(const std::optional<Error> &outage);
    void deliver();

    JobBoard &m_jobs;
    std::chrono::milliseconds m_interval;
    Clock m_clock;
    qint64 m_revision = 0; ///< the watcher's thread only, as the next two
    qint64 m_lastAnswer = 0;
    bool m_isConnected = true;
    std::mutex m_mutex{}; ///< guards m_news; a std one, which the thread sanitizer sees
    News m_news{};
    std::jthread m_thread{};
};

} // namespace createzoom
