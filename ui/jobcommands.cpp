// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobcommands.h"

#include "core/base/freespace.h"
#include "core/jobs/jobboard.h"

#include <utility>

namespace createzoom {

namespace {

std::optional<Error> errorOf(const Result<void> &result)
{
    return result ? std::optional<Error>() : result.error();
}

std::optional<Error> errorOf(const Result<CancelOutcome> &result)
{
    return result ? std::optional<Error>() : result.error();
}

} // namespace

JobCommands::JobCommands(JobBoard &jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{}

JobCommands::~JobCommands()
{
    m_stop.request_stop();
    m_searches.end();
    m_commands.end();
}

void JobCommands::add(const QStringList &paths, const QString &destination, NamedFiles named)
{
    m_searches.post([this, paths, destination, named] {
        const std::stop_token stop = m_stop.get_token();
        const AddPlan plan
            = planJobs(paths, destination, named, [stop] { return !stop.stop_requested(); });
        const AddReport report = submitAll(plan);
        deliver([this, report] { Q_EMIT added(report); });
    });
}

AddReport JobCommands::submitAll(const AddPlan &plan)
{
    AddReport report{0, plan.notImages, plan.sameOutput, std::nullopt};
    for (const JobRequest &request : plan.requests) {
        if (m_stop.stop_requested())
            return report;
        const Result<Submitted> submitted = m_jobs.submit(request, Secret());
        if (!submitted) {
            report.error = submitted.error();
            return report;
        }
        if (submitted->outcome == Submitted::Outcome::QueueFull) {
            report.error = Error{ErrorCode::QueueFull, tr("The queue is full")};
            return report;
        }
        ++report.added;
    }
    return report;
}

void JobCommands::cancel(const QStringList &ids)
{
    run(ids, [this](const QString &id) { return errorOf(m_jobs.cancel(id)); });
}

void JobCommands::retry(const QStringList &ids)
{
    run(ids, [this](const QString &id) { return errorOf(m_jobs.retry(id, Secret())); });
}

void JobCommands::remove(const QStringList &ids)
{
    m_commands.post([this, ids] {
        QStringList gone;
        std::optional<Error> first;
        for (const QString &id : ids) {
            const Result<void> result = m_jobs.remove(id);
            if (result || result.error().code == ErrorCode::NotFound) // gone is what was asked for
                gone << id;
            else if (!first)
                first = result.error();
        }
        deliver([this, gone] { Q_EMIT removed(gone); });
        if (first)
            deliver([this, first] { Q_EMIT failed(*first); });
    });
}

void JobCommands::run(const QStringList &ids, const Command &command)
{
    m_commands.post([this, ids, command] {
        std::optional<Error> first;
        for (const QString &id : ids) {
            const std::optional<Error> error = command(id);
            if (error && !first)
                first = error;
        }
        if (first)
            deliver([this, first] { Q_EMIT failed(*first); });
    });
}

void JobCommands::measureDisk(const QString &folder)
{
    m_searches.post([this, folder] { // a lost network disk answers late
        const qint64 bytes = freeBytesIn(folder).value_or(-1);
        deliver([this, folder, bytes] { Q_EMIT diskMeasured(folder, bytes); });
    });
}

void JobCommands::deliver(std::function<void()> outcome)
{
    {
        const std::lock_guard lock(m_mutex);
        m_outcomes.push_back(std::move(outcome));
    }
    QMetaObject::invokeMethod(this, &JobCommands::takeOutcomes, Qt::QueuedConnection);
}

void JobCommands::takeOutcomes()
{
    std::vector<std::function<void()>> outcomes;
    {
        const std::lock_guard lock(m_mutex);
        outcomes.swap(m_outcomes);
    }
    for (const std::function<void()> &outcome : outcomes)
        outcome();
}

} // namespace createzoom
