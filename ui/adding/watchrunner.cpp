// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/watchrunner.h"

#include "core/jobs/jobboard.h"
#include "core/jobs/webtoken.h"
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
                         BucketToken need,
                         std::chrono::milliseconds stillFor,
                         std::chrono::milliseconds interval,
                         QObject *parent)
    : OutcomeQueue(parent)
    , m_jobs(jobs)
    , m_memory(std::move(memory))
    , m_stillFor(stillFor)
    , m_interval(interval)
    , m_need(need)
{}

WatchRunner::~WatchRunner() = default;

void WatchRunner::watch(const QStringList &folders, const AddChoice &choice)
{
    m_thread = {}; // stops and waits
    noteToken(false); // which one is wanted, if any, is seen anew
    m_folders = folders;
    m_choice = choice;
    m_choice.isAskedIfExists = false;
    begin();
}

void WatchRunner::setToken(const Secret &token)
{
    m_thread = {};
    m_token = token.copy();
    m_isTokenRefused = false;
    begin();
}

void WatchRunner::begin()
{
    std::vector<Watched> watched;
    for (const QString &folder : std::as_const(m_folders))
        watched.push_back({folder,
                           FolderWatch([folder] { return watchedImages(folder); },
                                       systemClock(),
                                       m_stillFor,
                                       watchMemoryFile(m_memory, folder))});
    if (watched.empty())
        noteToken(false);
    else
        m_thread
            = std::jthread([this, watched](const std::stop_token &stop) { run(stop, watched); });
}

void WatchRunner::run(const std::stop_token &stop, std::vector<Watched> folders)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        noteToken(isTokenMissing());
        for (Watched &watched : folders) {
            if (!m_isTokenAsked)
                poll(watched);
        }
        never.wait_for(lock, stop, m_interval, [] { return false; });
    }
}

void WatchRunner::poll(Watched &watched)
{
    qsizetype count = 0;
    for (const WatchedFile &file : watched.watch.poll()) {
        const ImageScan scan{.images = {imageOf(file, watched.folder)}};
        const Result<AddPlan> plan = planJobs(scan, m_choice, &fileExists);
        if (!plan) {
            noteError(plan.error());
            watched.watch.giveBack(file);
            continue;
        }
        JobRequest request = plan->requests.first();
        request.origin = Origin::WatchFolder;
        const Location target = request.target();
        // Made before this folder was watched: no job, nothing to say. In a bucket the job looks.
        if (m_choice.options.exists == ExistsPolicy::Skip && target.isLocal()
            && fileExists(target)) {
            watched.watch.take(file);
            continue;
        }
        const Result<Submitted> submitted
            = m_jobs.submit(request, target.isLocal() ? Secret() : m_token.copy());
        if (submitted && submitted->outcome != Submitted::Outcome::QueueFull) {
            watched.watch.take(file);
            noteError(std::nullopt);
            ++count;
            continue;
        }
        watched.watch.giveBack(file);
        if (!submitted && submitted.error().code == ErrorCode::AuthExpired) {
            m_isTokenRefused = true;
            break; // the others would be refused as well
        }
        noteError(submitted ? Error{ErrorCode::QueueFull, u"The queue is full"_s}
                            : submitted.error());
    }
    if (count > 0)
        deliver([this, folder = watched.folder, count] { Q_EMIT added(folder, count); });
}

bool WatchRunner::isTokenMissing() const
{
    if (m_choice.destination.kind != Destination::Kind::Bucket || m_need == BucketToken::NotNeeded)
        return false;
    const std::optional<qint64> expiry = tokenExpiry(m_token);
    return m_token.isEmpty() || m_isTokenRefused || (expiry && *expiry <= systemClock()());
}

void WatchRunner::noteToken(bool isMissing)
{
    if (isMissing == m_isTokenAsked)
        return;
    m_isTokenAsked = isMissing;
    if (isMissing)
        deliver([this, folder = m_choice.destination.bucketFolder] { Q_EMIT tokenWanted(folder); });
    else
        deliver([this] { Q_EMIT tokenNotWanted(); });
}

void WatchRunner::noteError(const std::optional<Error> &error)
{
    const bool isNew = error && !m_isFailing;
    m_isFailing = error.has_value();
    if (isNew)
        deliver([this, failure = *error] { Q_EMIT failed(failure); });
}

} // namespace createzoom
