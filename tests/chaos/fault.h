// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/cluster.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace createzoom::tests {

/// Something that breaks while jobs come and run, and what it needs around the cluster: made before
/// it and gone after it.
class Fault
{
public:
    Fault() = default;
    virtual ~Fault() = default;
    Fault(const Fault &) = delete;
    Fault &operator=(const Fault &) = delete;

    /// Before anything starts. A sentence: why it cannot be had on this machine.
    virtual QString prepare(ClusterOptions & /*options*/) { return {}; }
    /// Before the first job.
    virtual void arrange(Cluster & /*cluster*/) {}
    virtual void strike(Cluster &cluster) = 0;
    /// Once, after the last strike.
    virtual void heal(Cluster & /*cluster*/) {}
    /// When all jobs have ended. A sentence: what did not happen that should have.
    virtual QString missing(Cluster & /*cluster*/) { return {}; }

    /// Seconds until another worker had a job of the one that was lost, where one was.
    std::optional<double> takeover{};
};

enum class Version { Long, Short };

struct FaultRow
{
    const char *name = "";
    std::function<std::unique_ptr<Fault>()> make{};
    int strikes = 1;
    int interval = 1000; ///< milliseconds from one strike to the next, or to its healing
    Version version = Version::Long; ///< Short: sanitizer builds run it too, with fewer strikes
    QStringList redis{}; ///< arguments beside those that make it keep everything
};

/// A command to Redis.
std::function<std::unique_ptr<Fault>()> telling(const QStringList &command);
/// What `strike` does.
std::function<std::unique_ptr<Fault>()> doing(const std::function<void(Cluster &)> &strike);

/// Breaks one of `workers` while it holds a job, and waits until another one has it; returns after
/// how many seconds. `mend` undoes `breakIt` where the job has ended before.
double loseAWorker(Cluster &cluster,
                   const QList<int> &workers,
                   const std::function<void(int)> &breakIt,
                   const std::function<void(int)> &mend);

} // namespace createzoom::tests
