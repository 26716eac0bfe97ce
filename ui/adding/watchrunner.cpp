// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/watchrunner.h"

#include "core/jobs/jobboard.h"
#include "ui/addplan.h"

#include <QDir>
#include <QFileInfo>

#include <condition_variable>
#include <mutex>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// As if the folder had been dropped.
FoundImage imageOf(const WatchedFile &file, const QString &folder)
{
    const QDir above(QFileInfo(folder).absolutePath());
    return {file.path, above.relativeFilePath(QFileInfo(file.path).absolutePath()), file.bytes};
}

} // namespace

WatchRunner::WatchRunner(JobBoard &jobs,
                         QString memory,
                         std::chrono::milliseconds stillFor,
                         std::chrono::milliseconds interval,
                         QObject *parent)
    : OutcomeQueue(parent)
    , m_jobs(jobs)
    , m_memory(std::move(memory))
    , m_stillFor(stillFor)
    , m_interval(interval)
{}

WatchRunner::~WatchRunner() = default;

void WatchRunner::watch(const QStringList &folders, const AddChoice &choice)
{
    m_thread = {}; // stops and waits
    AddChoice local = choice;
    local.isAskedIfExists = false;
    if (local.destination.kind == Destination::Kind::Bucket)
        local.destination = {};
    std::vector<Watched> watched;
    for (const QString &folder : folders)
        watched.push_back({folder,
                           FolderWatch([folder] { return watchedImages(folder); },
                                       systemClock(),
                                       m_stillFor,
                                       watchMemoryFile(m_memory, folder))});
    if (!watched.empty())
        m_thread = std::jthread(
            [this, watched, local](const std::stop_token &stop) { run(stop, watched, local); });
}

void WatchRunner::run(const std::stop_token &stop,
                      std::vector<Watched> folders,
                      const AddChoice &choice)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        for (Watched &watched : folders)
            poll(watched, choice);
        never.wait_for(lock, stop, m_interval, [] { return false; });
    }
}

void WatchRunner::poll(Watched &watched, const AddChoice &choice)
{
    qsizetype count = 0;
    for (const WatchedFile &file : watched.watch.poll()) {
        const ImageScan scan{.images = {imageOf(file, watched.folder)}};
        const Result<AddPlan> plan = planJobs(scan, choice, &fileExists);
        if (!plan) {
            noteError(plan.error());
            watched.watch.giveBack(file);
            continue;
        }
        JobRequest request = plan->requests.first();
        request.origin = Origin::WatchFolder;
        // Made before this folder was watched: no job, nothing to say.
        if (choice.options.exists == ExistsPolicy::Skip && fileExists(request.target())) {
            watched.watch.take(file);
            continue;
        }
        const Result<Submitted> submitted = m_jobs.submit(request, Secret());
        if (submitted && submitted->outcome != Submitted::Outcome::QueueFull) {
            watched.watch.take(file);
            noteError(std::nullopt);
            ++count;
            continue;
        }
        watched.watch.giveBack(file);
        noteError(submitted ? Error{ErrorCode::QueueFull, u"The queue is full"_s}
                            : submitted.error());
    }
    if (count > 0)
        deliver([this, folder = watched.folder, count] { Q_EMIT added(folder, count); });
}

void WatchRunner::noteError(const std::optional<Error> &error)
{
    const bool isNew = error && !m_isFailing;
    m_isFailing = error.has_value();
    if (isNew)
        deliver([this, failure = *error] { Q_EMIT failed(failure); });
}

} // namespace createzoom
