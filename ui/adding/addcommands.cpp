// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/addcommands.h"

#include "core/jobs/jobboard.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// For a task, which is copied.
std::shared_ptr<const Secret> shared(const Secret &token)
{
    return std::make_shared<const Secret>(token.copy());
}

Result<Submitted> refusalOr(Result<Submitted> submitted)
{
    if (submitted && submitted->outcome == Submitted::Outcome::QueueFull)
        return Error{ErrorCode::QueueFull, u"The queue is full"_s};
    return submitted;
}

} // namespace

AddCommands::AddCommands(JobBoard &jobs, Bucket *bucket, QString workFolder, QObject *parent)
    : OutcomeQueue(parent)
    , m_jobs(jobs)
    , m_bucket(bucket)
    , m_workFolder(std::move(workFolder))
{}

AddCommands::~AddCommands()
{
    m_end.request_stop();
    m_scanStop.request_stop();
    m_listStop.request_stop();
    m_searches.end();
    m_listings.end();
    m_commands.end();
}

void AddCommands::scan(const QStringList &paths, NamedFiles named)
{
    m_searches.post([this, paths, named, stop = m_scanStop.get_token()] {
        const ScanWatch watch = tellingWatch(
            [this](const ScanProgress &found) {
                deliver([this, images = found.images] { Q_EMIT scanProgressed(images); });
            },
            [&stop](const ScanProgress & /*found*/) { return !stop.stop_requested(); });
        ImageScan result = scanForImages(paths, named, watch);
        deliver([this, result, stop]() mutable {
            result.isCancelled |= stop.stop_requested(); // at the last moment too
            Q_EMIT scanned(result);
        });
    });
}

void AddCommands::cancelScans()
{
    m_scanStop.request_stop();
    m_scanStop = {};
}

void AddCommands::measure(const ImageScan &scan, const AddChoice &choice)
{
    const int number = ++m_measures;
    m_searches.post([this, scan, choice, number] {
        if (number != m_measures)
            return;
        const SpaceNeed need = measureSpace(scan, choice, m_workFolder);
        deliver([this, need, number] {
            if (number == m_measures)
                Q_EMIT measured(need);
        });
    });
}

void AddCommands::plan(const Adding &adding, const Secret &token)
{
    m_searches.post([this, adding, secret = shared(token)] {
        const Result<AddPlan> plan
            = planJobs(adding.scan, adding.choice, existsQuestion(adding.choice, *secret));
        if (!plan) {
            deliver([this, error = plan.error()] { Q_EMIT planFailed(error); });
            return;
        }
        Adding next = adding;
        next.report = {.notImages = adding.scan.notImages,
                       .missing = adding.scan.missing,
                       .sameOutput = plan->sameOutput,
                       .space = measureSpace(adding.scan, adding.choice, m_workFolder)};
        deliver([this, plan = *plan, next] { Q_EMIT planned(plan, next); });
    });
}

/// A bucket is listed once, not asked for each of a thousand images. One that does not answer hides
/// nothing: the job itself asks again, and says why.
ExistsQuestion AddCommands::existsQuestion(const AddChoice &choice, const Secret &token)
{
    if (choice.destination.kind != Destination::Kind::Bucket || !choice.isAskedIfExists
        || !m_bucket)
        return &fileExists;
    QSet<QString> names;
    const Result<Location> folder = parseFolder(choice.destination.bucketFolder, u"folder"_s);
    if (folder) {
        const Result<QList<ObjectInfo>> objects
            = m_bucket->list(folder->bucket, folder->path, token, {.stop = m_end.get_token()});
        for (const ObjectInfo &object : objects ? *objects : QList<ObjectInfo>())
            names << object.name;
    }
    return [names](const Location &target) {
        return names.contains(target.path);
    };
}

void AddCommands::submit(const QList<JobRequest> &requests,
                         const Adding &adding,
                         const Secret &token)
{
    m_commands.post([this, requests, adding, secret = shared(token)] {
        const AddReport report = submitAll(requests, adding, *secret);
        deliver([this, report] { Q_EMIT submitted(report); });
    });
}

AddReport
AddCommands::submitAll(const QList<JobRequest> &requests, const Adding &adding, const Secret &token)
{
    AddReport report = adding.report;
    const Secret none;
    for (const JobRequest &request : requests) {
        if (m_end.stop_requested())
            return report;
        const bool isLocal = request.source.isLocal() && request.targetFolder.isLocal();
        const Result<Submitted> submitted
            = refusalOr(m_jobs.submit(request, isLocal ? none : token));
        if (!submitted) {
            report.error = submitted.error();
            return report;
        }
        report.ids << submitted->id;
        if (adding.choice.isStarted)
            continue;
        if (const Result<void> paused = m_jobs.pause(submitted->id); !paused && !report.error)
            report.error = paused.error();
    }
    return report;
}

void AddCommands::undo(const QStringList &ids)
{
    m_commands.post([this, ids] {
        QStringList removed;
        for (const QString &id : ids) {
            // What has ended already is forgotten too: its archive stays.
            [[maybe_unused]] const Result<CancelOutcome> cancelled = m_jobs.cancel(id);
            const Result<void> gone = m_jobs.remove(id);
            if (gone || gone.error().code == ErrorCode::NotFound)
                removed << id;
        }
        const qsizetype left = ids.size() - removed.size();
        deliver([this, removed, left] { Q_EMIT undone(removed, left); });
    });
}

void AddCommands::setOptions(const QList<std::pair<QString, ConversionOptions>> &changes)
{
    m_commands.post([this, changes] {
        qsizetype count = 0;
        std::optional<Error> first;
        for (const auto &[id, options] : changes) {
            const Result<void> set = m_jobs.setOptions(id, options);
            if (set)
                ++count;
            else if (!first)
                first = set.error();
        }
        deliver([this, count, first] { Q_EMIT optionsSet(count, first); });
    });
}

void AddCommands::list(const Location &folder, const Secret &token)
{
    if (!m_bucket)
        return;
    m_listings.post([this, folder, secret = shared(token), stop = m_listStop.get_token()] {
        // Nobody waits any more for what was on its way when the list was given up.
        const auto tell = [this, stop](const std::function<void()> &news) {
            deliver([stop, news] {
                if (!stop.stop_requested())
                    news();
            });
        };
        const Result<QList<ObjectInfo>> all
            = m_bucket->list(folder.bucket,
                             folder.path,
                             *secret,
                             {.stop = stop},
                             [this, &tell](const QList<ObjectInfo> &objects) {
                                 tell([this, objects] { Q_EMIT listingContinued(objects); });
                             });
        if (all)
            tell([this] { Q_EMIT listed(); });
        else
            tell([this, error = all.error()] { Q_EMIT listingFailed(error); });
    });
}

void AddCommands::cancelListing()
{
    m_listStop.request_stop();
    m_listStop = {};
}

} // namespace createzoom
