// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bucketdelivery.h"
#include "app/convertplan.h"
#include "app/exitcode.h"
#include "app/progressprinter.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace createzoom {

/// One run of `convert` or `watch`: converts items on a pool of threads while the main thread
/// listens for signals. Items may come while it runs. Needs a QCoreApplication, whose loop it runs.
class ConversionRun
{
public:
    /// Told of an item's end, on the thread that converted it. Not told of those that a signal
    /// ended.
    using Ended = std::function<void(const ConvertPlan::Item &item)>;

    ConversionRun(const ConvertPlan &plan,
                  std::unique_ptr<BucketDelivery> delivery,
                  Ended ended = {});

    void add(const ConvertPlan::Item &item); ///< any thread
    void refuse(const QString &source, const Error &error); ///< any thread
    void addNoMore(); ///< ends when what was added is done
    /// Until all is done, or a signal comes. `whileRunning` has a thread of its own.
    ExitCode run(const std::function<void(const std::stop_token &)> &whileRunning = {});
    bool isStopped() const { return m_stop.stop_requested(); }

private:
    std::optional<ConvertPlan::Item> next();
    void convert(const ConvertPlan::Item &item);
    Result<ConversionReport> outcome(const ConvertPlan::Item &item, const StepControl &control);

    const ConvertPlan &m_plan;
    const std::unique_ptr<BucketDelivery> m_delivery;
    Ended m_ended;
    ProgressPrinter m_printer;
    std::stop_source m_stop;
    std::mutex m_mutex; ///< guards m_items and m_isClosed
    std::condition_variable_any m_changed;
    std::deque<ConvertPlan::Item> m_items;
    bool m_isClosed = false;
    std::atomic<int> m_failed = 0;
    std::atomic<bool> m_diskFull = false;
};

} // namespace createzoom
