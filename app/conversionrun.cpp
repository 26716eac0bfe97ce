// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/conversionrun.h"

#include "app/console.h"
#include "app/unixsignals.h"
#include "core/base/machineshare.h"
#include "core/pipeline/conversion.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

ConversionRun::ConversionRun(const ConvertPlan &plan,
                             std::unique_ptr<BucketDelivery> delivery,
                             Ended ended)
    : m_plan(plan)
    , m_delivery(std::move(delivery))
    , m_ended(std::move(ended))
    , m_printer(plan.json                       ? ProgressPrinter::Form::Json
                    : isTerminal(STDERR_FILENO) ? ProgressPrinter::Form::Terminal
                                                : ProgressPrinter::Form::Plain,
                plan.items.size())
{}

void ConversionRun::add(const ConvertPlan::Item &item)
{
    const std::lock_guard lock(m_mutex);
    m_items.push_back(item);
    m_changed.notify_one();
}

void ConversionRun::refuse(const QString &source, const Error &error)
{
    ++m_failed;
    m_printer.failed(source, error);
}

void ConversionRun::addNoMore()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_changed.notify_all();
}

/// Waits for one; nothing: the end.
std::optional<ConvertPlan::Item> ConversionRun::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, m_stop.get_token(), [this] { return m_isClosed || !m_items.empty(); });
    if (m_stop.stop_requested() || m_items.empty())
        return std::nullopt;
    const ConvertPlan::Item item = m_items.front();
    m_items.pop_front();
    return item;
}

ExitCode ConversionRun::run(const std::function<void(const std::stop_token &)> &whileRunning)
{
    UnixSignals signalsOfSystem;
    signalsOfSystem.listen();
    QObject::connect(&signalsOfSystem,
                     &UnixSignals::terminationRequested,
                     &signalsOfSystem,
                     [this] { m_stop.request_stop(); });
    std::atomic<int> running = m_plan.jobs;
    const auto work = [&] {
        while (const std::optional<ConvertPlan::Item> item = next())
            convert(*item);
        if (--running == 0)
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    };
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < m_plan.jobs; ++i)
            workers.emplace_back(work);
        if (whileRunning)
            workers.emplace_back([&] { whileRunning(m_stop.get_token()); });
        QCoreApplication::exec();
    }
    if (m_stop.stop_requested())
        return ExitCode::Cancelled;
    if (m_diskFull)
        return ExitCode::DiskFull;
    return m_failed > 0 ? ExitCode::SomeFailed : ExitCode::Ok;
}

void ConversionRun::convert(const ConvertPlan::Item &item)
{
    const StepControl control{
        .stop = m_stop.get_token(),
        .progress = [&](const StepProgress &step) { m_printer.progress(item.source, step); },
        .facts =
            [&](const ImageFacts &facts) {
                m_printer.started(item.source, facts);
            }};
    const Result<ConversionReport> report = outcome(item, control);
    if (!report && report.error().code == ErrorCode::Cancelled && m_stop.stop_requested())
        return;
    if (report) {
        m_printer.done(item.source, *report);
    } else {
        if (report.error().code == ErrorCode::DiskFull)
            m_diskFull = true;
        refuse(item.source, report.error());
    }
    if (m_ended)
        m_ended(item);
}

Result<ConversionReport> ConversionRun::outcome(const ConvertPlan::Item &item,
                                                const StepControl &control)
{
    const QFileInfo source(item.source);
    if (source.isDir())
        return Error{ErrorCode::NotFound, u"There is no image in the folder %1"_s.arg(item.source)};
    // Here, as the bucket would pass over what has an archive already.
    if (m_delivery && !source.exists())
        return Error{ErrorCode::NotFound, u"There is no file %1"_s.arg(item.source)};
    const int threads
        = m_plan.threads > 0 ? m_plan.threads : std::max(1, machineShare().cores / m_plan.jobs);
    const Conversion conversion{.source = item.source,
                                .target = item.target.isLocal() ? item.target.path : QString(),
                                .innerName = m_plan.innerName,
                                .temporaryName = m_plan.temporaryName,
                                .options = m_plan.options,
                                .threads = threads,
                                .layout = m_plan.layout,
                                .limits = m_plan.limits,
                                .loaders = m_plan.loaders,
                                .sourceMd5 = m_plan.sourceMd5,
                                .isSourceHashed = m_plan.isSourceHashed,
                                .isHashed = m_plan.json || m_delivery};
    if (m_delivery)
        return m_delivery->convertAndUpload(conversion, item.target, control);
    return convertImage(conversion, control);
}

} // namespace createzoom
