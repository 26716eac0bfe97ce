// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metricsapi.h"

#include "core/base/version.h"
#include "server/metricstext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace createzoom {

namespace {

using Type = MetricsText::Type;

constexpr std::array stages{Stage::Download, Stage::Process, Stage::Upload};

constexpr std::array states{JobState::Waiting,
                            JobState::Running,
                            JobState::Paused,
                            JobState::RetryWait,
                            JobState::Blocked,
                            JobState::NeedsToken,
                            JobState::Stopping,
                            JobState::Done,
                            JobState::Failed,
                            JobState::Cancelled,
                            JobState::Skipped,
                            JobState::Interrupted};

QByteArray nameOf(Stage stage)
{
    return stageName(stage).toLatin1();
}

/// Each state and stage has a sample, also with 0: a series that comes and goes cannot be watched.
void writeJobs(MetricsText &text, const QueueStats &stats, qint64 now)
{
    text.family("createzoom_jobs", Type::Gauge, "Jobs in the store, by state.");
    for (const JobState state : states)
        text.sample(double(stats.byState.value(state)), {{"state", stateName(state).toLatin1()}});
    text.family("createzoom_queue_depth", Type::Gauge, "Jobs that wait for a step.");
    for (const Stage stage : stages)
        text.sample(double(stats.queues.value(stage).waiting), {{"stage", nameOf(stage)}});
    text.family("createzoom_queue_oldest_seconds",
                Type::Gauge,
                "Age of the job that is first in line for a step; 0 when none waits.");
    constexpr double second = 1000;
    for (const Stage stage : stages) {
        const qint64 since = stats.queues.value(stage).firstCreatedAt;
        const double age = since == 0 ? 0 : double(std::max(now - since, 0LL)) / second;
        text.sample(age, {{"stage", nameOf(stage)}});
    }
}

void writeSteps(MetricsText &text, const StepMeter::Totals &totals)
{
    text.family("createzoom_job_step_seconds",
                Type::Histogram,
                "Time that the steps took which this process finished with success.");
    for (const Stage stage : stages)
        text.histogram(totals.steps.value(stage), {{"step", nameOf(stage)}});
    text.family("createzoom_bytes_total",
                Type::Counter,
                "Bytes of images downloaded and of archives uploaded by this process.");
    text.sample(double(totals.downloaded), {{"direction", "download"}});
    text.sample(double(totals.uploaded), {{"direction", "upload"}});
}

void writeFolders(MetricsText &text, const QList<StorageFolder> &folders)
{
    text.family("createzoom_disk_free_bytes",
                Type::Gauge,
                "Bytes that can be written where a folder of this process lies.");
    for (const StorageFolder &folder : folders) {
        if (folder.free >= 0)
            text.sample(double(folder.free), {{"mount", folder.name.toUtf8()}});
    }
}

void writeRequests(MetricsText &text, const RequestMeter::Counts &counts)
{
    text.family("createzoom_http_requests_total",
                Type::Counter,
                "Requests answered, by the pattern of their route (other: none) and status.");
    for (auto row = counts.begin(); row != counts.end(); ++row) {
        const auto &[route, status] = row.key();
        text.sample(double(row.value()),
                    {{"route", route.isEmpty() ? QByteArray("other") : route},
                     {"code", QByteArray::number(status)}});
    }
}

} // namespace

MetricsApi::MetricsApi(JobService &service,
                       const RequestMeter &requests,
                       const Operations &operations,
                       Clock clock)
    : m_service(service)
    , m_requests(requests)
    , m_operations(operations)
    , m_clock(std::move(clock))
{}

QList<Route> MetricsApi::routes()
{
    return {{"GET", "/metrics", Place::Store, [this](const HttpRequest &) {
                 return metrics();
             }}};
}

/// A store that is away takes its numbers along; the others stay.
HttpAnswer MetricsApi::metrics()
{
    MetricsText text;
    text.family("createzoom_build_info", Type::Gauge, "Always 1; the labels say what runs.");
    text.sample(1, {{"version", programVersion}, {"revision", sourceRevision}, {"qt", qVersion()}});
    const Result<QueueStats> stats = m_service.stats();
    text.family("createzoom_store_up", Type::Gauge, "1 when the store of jobs answers.");
    text.sample(stats ? 1 : 0);
    if (stats)
        writeJobs(text, *stats, m_clock());
    if (m_operations.busyWorkers) {
        text.family("createzoom_workers_busy", Type::Gauge, "Steps that this process works on.");
        text.sample(m_operations.busyWorkers());
    }
    if (m_operations.steps)
        writeSteps(text, m_operations.steps());
    if (m_operations.storage)
        writeFolders(text, m_operations.storage());
    writeRequests(text, m_requests.counts());
    return {.body = text.text(), .contentType = MetricsText::contentType};
}

} // namespace createzoom
