// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/convertcommand.h"

#include "app/bucketdelivery.h"
#include "app/console.h"
#include "app/convertplan.h"
#include "app/exitcode.h"
#include "app/progressprinter.h"
#include "app/unixsignals.h"
#include "core/pipeline/conversion.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// One run of the command: converts the plan's items on a pool while the main thread listens for
/// signals.
class ConvertRun
{
public:
    ConvertRun(const ConvertPlan &plan, std::unique_ptr<BucketDelivery> delivery)
        : m_plan(plan)
        , m_delivery(std::move(delivery))
        , m_printer(plan.json                       ? ProgressPrinter::Form::Json
                        : isTerminal(STDERR_FILENO) ? ProgressPrinter::Form::Terminal
                                                    : ProgressPrinter::Form::Plain,
                    plan.items.size())
    {}

    ExitCode run();

private:
    void convert(const ConvertPlan::Item &item);
    Result<ConversionReport> outcome(const ConvertPlan::Item &item, const StepControl &control);

    const ConvertPlan &m_plan;
    const std::unique_ptr<BucketDelivery> m_delivery;
    ProgressPrinter m_printer;
    std::stop_source m_stop;
    std::atomic<int> m_failed = 0;
    std::atomic<bool> m_diskFull = false;
};

ExitCode ConvertRun::run()
{
    UnixSignals signalsOfSystem;
    signalsOfSystem.listen();
    QObject::connect(&signalsOfSystem,
                     &UnixSignals::terminationRequested,
                     &signalsOfSystem,
                     [this] { m_stop.request_stop(); });
    std::atomic<qsizetype> next = 0;
    std::atomic<int> running = m_plan.jobs;
    const auto work = [&] {
        for (qsizetype i = next++; i < m_plan.items.size(); i = next++)
            convert(m_plan.items[i]);
        if (--running == 0)
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    };
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < m_plan.jobs; ++i)
            workers.emplace_back(work);
        QCoreApplication::exec();
    }
    if (m_stop.stop_requested())
        return ExitCode::Cancelled;
    if (m_diskFull)
        return ExitCode::DiskFull;
    return m_failed > 0 ? ExitCode::SomeFailed : ExitCode::Ok;
}

void ConvertRun::convert(const ConvertPlan::Item &item)
{
    if (m_stop.stop_requested())
        return;
    const StepControl control{
        .stop = m_stop.get_token(),
        .progress = [&](const StepProgress &step) { m_printer.progress(item.source, step); },
        .facts =
            [&](const ImageFacts &facts) {
                m_printer.started(item.source, facts);
            }};
    const Result<ConversionReport> report = outcome(item, control);
    if (report)
        return m_printer.done(item.source, *report);
    if (report.error().code == ErrorCode::Cancelled && m_stop.stop_requested())
        return;
    ++m_failed;
    if (report.error().code == ErrorCode::DiskFull)
        m_diskFull = true;
    m_printer.failed(item.source, report.error());
}

Result<ConversionReport> ConvertRun::outcome(const ConvertPlan::Item &item,
                                             const StepControl &control)
{
    const QFileInfo source(item.source);
    if (source.isDir())
        return Error{ErrorCode::NotFound, u"There is no image in the folder %1"_s.arg(item.source)};
    // Here, as the bucket would pass over what has an archive already.
    if (m_delivery && !source.exists())
        return Error{ErrorCode::NotFound, u"There is no file %1"_s.arg(item.source)};
    const int threads = m_plan.threads > 0 ? m_plan.threads
                                           : std::max(1, QThread::idealThreadCount() / m_plan.jobs);
    const Conversion conversion{.source = item.source,
                                .target = item.target.isLocal() ? item.target.path : QString(),
                                .innerName = m_plan.innerName,
                                .temporaryName = m_plan.temporaryName,
                                .options = m_plan.options,
                                .threads = threads,
                                .layout = m_plan.layout,
                                .limits = m_plan.limits,
                                .sourceMd5 = m_plan.sourceMd5,
                                .isSourceHashed = m_plan.isSourceHashed,
                                .isHashed = m_plan.json || m_delivery};
    if (m_delivery)
        return m_delivery->convertAndUpload(conversion, item.target, control);
    return convertImage(conversion, control);
}

} // namespace

int runConvert(const QStringList &arguments)
{
    const Result<ConvertPlan> plan = planConversion(arguments);
    if (!plan) {
        printError(plan.error());
        return static_cast<int>(ExitCode::Usage);
    }
    if (!plan->help.isEmpty()) {
        printOut(plan->help);
        return static_cast<int>(ExitCode::Ok);
    }
    std::unique_ptr<BucketDelivery> delivery;
    if (!plan->items.first().target.isLocal()) {
        Result<std::unique_ptr<BucketDelivery>> opened
            = BucketDelivery::open(plan->bucketUrl, plan->tokenFile);
        if (!opened) {
            printError(opened.error());
            return static_cast<int>(ExitCode::Usage);
        }
        delivery = std::move(*opened);
    }
    return static_cast<int>(ConvertRun(*plan, std::move(delivery)).run());
}

} // namespace createzoom
