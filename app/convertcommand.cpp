// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/convertcommand.h"

#include "app/console.h"
#include "app/conversionrun.h"
#include "core/base/clock.h"
#include "core/jobs/folderwatch.h"

#include <QFileInfo>
#include <QHash>
#include <QStandardPaths>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

int exitWith(const Error &error)
{
    printError(error);
    return static_cast<int>(ExitCode::Usage);
}

/// None for folders of this machine.
Result<std::unique_ptr<BucketDelivery>> openDelivery(const ConvertPlan &plan, bool isForBucket)
{
    if (!isForBucket)
        return std::unique_ptr<BucketDelivery>();
    return BucketDelivery::open(plan.bucketUrl, plan.tokenFile);
}

/// Hands on what arrives in the folder. The watch's own thread; told of ends by others.
class Arrivals
{
public:
    explicit Arrivals(const ConvertPlan &plan)
        : m_plan(plan)
        , m_watch([folder = plan.watched] { return watchedImages(folder); },
                  systemClock(),
                  plan.stillFor,
                  watchMemoryFile(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
                                  plan.watched))
    {}

    void watch(ConversionRun &run, const std::stop_token &stop)
    {
        const std::chrono::milliseconds interval
            = std::clamp<std::chrono::milliseconds>(m_plan.stillFor / 5, shortest, longest);
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            for (const WatchedFile &file : m_watch.poll())
                hand(run, file);
            m_never.wait_for(lock, stop, interval, [] { return false; });
        }
    }

    void noteEnd(const ConvertPlan::Item &item)
    {
        const std::lock_guard lock(m_mutex);
        m_watch.take(m_handed.take(item.source));
    }

private:
    static constexpr std::chrono::milliseconds shortest{100};
    static constexpr std::chrono::milliseconds longest{2000};

    void hand(ConversionRun &run, const WatchedFile &file)
    {
        const Result<Location> target
            = conversionTarget(file.path, m_plan.output, m_plan.layout, false);
        if (!target)
            return run.refuse(file.path, target.error());
        // Of two images of one name below the folder the second would be taken for the first.
        const QString earlier = m_sourceOf.value(target->text(), file.path);
        if (earlier != file.path) {
            m_watch.take(file);
            return run.refuse(
                file.path,
                {ErrorCode::TargetExists,
                 u"%1 and %2 would both become %3"_s.arg(earlier, file.path, target->text())});
        }
        // Made before a restart, or by somebody else: nothing to say.
        if (target->isLocal() && m_plan.options.exists == ExistsPolicy::Skip
            && QFileInfo::exists(target->path))
            return m_watch.take(file);
        m_sourceOf.insert(target->text(), file.path);
        m_handed.insert(file.path, file);
        run.add({file.path, *target});
    }

    const ConvertPlan &m_plan;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_never;
    FolderWatch m_watch;
    QHash<QString, WatchedFile> m_handed;
    QHash<QString, QString> m_sourceOf; ///< by target
};

} // namespace

int runConvert(const QStringList &arguments)
{
    const Result<ConvertPlan> plan = planConversion(arguments);
    if (!plan)
        return exitWith(plan.error());
    if (!plan->help.isEmpty()) {
        printOut(plan->help);
        return static_cast<int>(ExitCode::Ok);
    }
    Result<std::unique_ptr<BucketDelivery>> delivery
        = openDelivery(*plan, !plan->items.first().target.isLocal());
    if (!delivery)
        return exitWith(delivery.error());
    ConversionRun run(*plan, std::move(*delivery));
    for (const ConvertPlan::Item &item : plan->items)
        run.add(item);
    run.addNoMore();
    return static_cast<int>(run.run());
}

int runWatch(const QStringList &arguments)
{
    const Result<ConvertPlan> plan = planWatch(arguments);
    if (!plan)
        return exitWith(plan.error());
    if (!plan->help.isEmpty()) {
        printOut(plan->help);
        return static_cast<int>(ExitCode::Ok);
    }
    const bool isForBucket = plan->output.startsWith(u"bucket:"_s);
    Result<std::unique_ptr<BucketDelivery>> delivery = openDelivery(*plan, isForBucket);
    if (!delivery)
        return exitWith(delivery.error());
    Arrivals arrivals(*plan);
    ConversionRun run(*plan, std::move(*delivery), [&](const ConvertPlan::Item &item) {
        arrivals.noteEnd(item);
    });
    const ExitCode code = run.run([&](const std::stop_token &stop) { arrivals.watch(run, stop); });
    // A signal is how a watch ends.
    return static_cast<int>(code == ExitCode::Cancelled ? ExitCode::Ok : code);
}

} // namespace createzoom
