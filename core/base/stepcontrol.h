// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/imagefacts.h"
#include "core/base/result.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace createzoom {

/// How far a step has come. `done` and `total` are in the step's own unit (bytes, pixels); total 0
/// = not known.
struct StepProgress
{
    enum class Phase {
        Checking, ///< rights and sizes, before the work
        Downloading,
        Pyramid,
        Packing, ///< after the last tile: directory, sync, verify
        Uploading,
    };
    Phase phase = Phase::Checking;
    qint64 done = 0;
    qint64 total = 0;
    QString message{}; ///< a sentence for people; may be empty

    friend bool operator==(const StepProgress &, const StepProgress &) = default;
};

/// What the caller of a long operation hands in: a way to stop it, and ways to hear of its progress
/// and of what it learns of the image. Every long operation is `Result<Out> f(const In &, const
/// StepControl &)`; it blocks and runs on a worker thread. `progress` is called on that thread (or
/// one of its own workers, never two at once), may be empty, and must return quickly.
struct StepControl
{
    std::stop_token stop{};
    std::function<void(const StepProgress &)> progress{};
    std::function<void(const ImageFacts &)> facts{}; ///< called like `progress`, now and then
    /// Takes an archive (bucket/path, or a path of this machine) to make until the job ends; false
    /// = another job makes it. Blocks; empty: nobody else is there.
    std::function<Result<bool>(const QString &object)> reserve{};

    void report(const StepProgress &p) const
    {
        if (progress)
            progress(p);
    }
    void learnt(const ImageFacts &news) const
    {
        if (facts)
            facts(news);
    }
    Result<bool> mayMake(const QString &object) const { return reserve ? reserve(object) : true; }
    bool stopRequested() const { return stop.stop_requested(); }
};

} // namespace createzoom
