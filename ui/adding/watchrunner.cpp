// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/watchrunner.h"

#include "core/jobs/jobboard.h"
#include "ui/addplan.h"

#include <QDir>
#include <QFileInfo>

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

bool isOfToken(const std::optional<Error> &error)
{
    return error
        && (error->code == ErrorCode::AuthExpired || error->code == ErrorCode::AuthRequired);
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

WatchRunner::~WatchRunner()
{
    watch({}); // or it would take all images that wait
}

void WatchRunner::watch(const QList<FolderToWatch> &folders)
{
    {
        const std::lock_guard lock(m_mutex);
        m_orders = folders;
        m_hasNews = true;
        m_told.notify_all();
    }
    if (!m_thread.joinable() && !folders.isEmpty())
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void WatchRunner::setToken(const Secret &token)
{
    m_token.set(token);
    const std::lock_guard lock(m_mutex);
    m_hasNews = true;
    m_told.notify_all();
}

void WatchRunner::noteJobs(const QList<Job> &jobs)
{
    for (const Job &job : jobs) {
        if (!isTerminal(job.state) || !m_given.contains(job.id))
            continue;
        const int token = m_given.take(job.id);
        if (job.state != JobState::Failed || !isOfToken(job.error))
            continue;
        m_token.refuse(token);
        const std::lock_guard lock(m_mutex);
        m_refused << job.id;
        m_hasNews = true;
        m_told.notify_all();
    }
}

void WatchRunner::run(const std::stop_token &stop)
{
    std::vector<Watched> folders;
    while (!stop.stop_requested()) {
        if (takeOrders(folders))
            noteToken({}); // which one is wanted, if any, is seen anew
        pollAll(folders);
        std::unique_lock lock(m_mutex);
        m_told.wait_for(lock, stop, m_interval, [this] { return std::exchange(m_hasNews, false); });
    }
}

bool WatchRunner::takeOrders(std::vector<Watched> &folders)
{
    std::optional<QList<FolderToWatch>> orders;
    {
        const std::lock_guard lock(m_mutex);
        orders.swap(m_orders);
    }
    if (!orders)
        return false;
    folders.clear();
    for (FolderToWatch &what : *orders) {
        what.choice.isAskedIfExists = false;
        folders.push_back({what,
                           FolderWatch([folder = what.folder] { return watchedImages(folder); },
                                       systemClock(),
                                       m_stillFor,
                                       watchMemoryFile(m_memory, what.folder))});
    }
    return true;
}

bool WatchRunner::isSuperseded()
{
    const std::lock_guard lock(m_mutex);
    return m_orders.has_value();
}

/// Folders that deliver to this machine go on while those for a bucket wait.
void WatchRunner::pollAll(std::vector<Watched> &folders)
{
    QString waiting;
    for (Watched &watched : folders) {
        if (isSuperseded())
            return;
        if (!needsToken(watched) || m_token.holds(systemClock()()))
            poll(watched);
        if (needsToken(watched) && !m_token.holds(systemClock()()))
            waiting = watched.what.choice.destination.bucketFolder;
    }
    noteToken(waiting);
    if (waiting.isEmpty())
        retryRefused();
}

void WatchRunner::poll(Watched &watched)
{
    qsizetype count = 0;
    for (const WatchedFile &file : watched.watch.poll()) {
        if (isSuperseded())
            break;
        count += take(watched, file) ? 1 : 0;
    }
    if (count > 0)
        deliver([this, folder = watched.what.folder, count] { Q_EMIT added(folder, count); });
}

/// Returns whether it became a job.
bool WatchRunner::take(Watched &watched, const WatchedFile &file)
{
    const ImageScan scan{.images = {imageOf(file, watched.what.folder)}};
    const Result<AddPlan> plan = planJobs(scan, watched.what.choice, &fileExists);
    if (!plan) {
        noteError(plan.error());
        watched.watch.giveBack(file);
        return false;
    }
    JobRequest request = plan->requests.first();
    request.origin = Origin::WatchFolder;
    const Location target = request.target();
    // Made before this folder was watched: no job, nothing to say. In a bucket the job looks.
    const bool isThere = watched.what.choice.options.exists == ExistsPolicy::Skip
        && target.isLocal() && fileExists(target);
    if (!isThere && !submit(request)) {
        watched.watch.giveBack(file);
        return false;
    }
    watched.watch.take(file);
    return !isThere;
}

bool WatchRunner::submit(const JobRequest &request)
{
    const bool isForBucket = !request.target().isLocal();
    const WatchToken::Copy token = isForBucket ? m_token.copy() : WatchToken::Copy();
    const Result<Submitted> submitted = m_jobs.submit(request, token.secret);
    if (submitted && submitted->outcome != Submitted::Outcome::QueueFull) {
        noteError(std::nullopt);
        if (isForBucket)
            noteGiven(submitted->id, token.number);
        return true;
    }
    if (!submitted && submitted.error().code == ErrorCode::AuthExpired)
        m_token.refuse(token.number); // told as a wish for another one
    else
        noteError(submitted ? Error{ErrorCode::QueueFull, u"The queue is full"_s}
                            : submitted.error());
    return false;
}

void WatchRunner::retryRefused()
{
    QStringList ids;
    {
        const std::lock_guard lock(m_mutex);
        ids.swap(m_refused);
    }
    for (const QString &id : std::as_const(ids)) {
        const WatchToken::Copy token = m_token.copy();
        if (m_jobs.retry(id, token.secret)) // else it is gone, or somebody has run it again
            noteGiven(id, token.number);
    }
}

bool WatchRunner::needsToken(const Watched &watched) const
{
    return watched.what.choice.destination.kind == Destination::Kind::Bucket
        && m_need == BucketToken::Asked;
}

void WatchRunner::noteGiven(const QString &jobId, int token)
{
    deliver([this, jobId, token] { m_given.insert(jobId, token); });
}

/// Where images wait for one; empty: nowhere.
void WatchRunner::noteToken(const QString &bucketFolder)
{
    if (bucketFolder.isEmpty() != m_isTokenAsked)
        return;
    m_isTokenAsked = !m_isTokenAsked;
    if (m_isTokenAsked)
        deliver([this, bucketFolder, wasRefused = m_token.isRefused()] {
            Q_EMIT tokenWanted(bucketFolder, wasRefused);
        });
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
