// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/retrypolicy.h"
#include "core/jobs/secretbox.h"
#include "core/jobs/stepmeter.h"
#include "core/pipeline/heartbeat.h"
#include "core/pipeline/joblog.h"
#include "core/pipeline/othernodes.h"
#include "core/pipeline/stage.h"
#include "core/pipeline/startovers.h"
#include "core/pipeline/workspace.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QThreadPool>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace createzoom {

/// One stage as this process works on it.
struct StageWorkers
{
    Stage stage = Stage::Download;
    StageRunner *runner = nullptr; ///< not owned, outlives the pool
    int count = 1;
    std::chrono::milliseconds timeout{};
};

/// Claims jobs and runs their stages, each stage on a QThreadPool of its own, so that downloads,
/// conversions and uploads of different jobs overlap. Turns every outcome into exactly one
/// transition of the engine. Owned by Services; start() and stop() from the main thread.
class WorkerPool
{
public:
    struct Collaborators
    {
        JobEngine &engine;
        const SecretBox &secrets;
        const Workspace &workspace;
        RandomSource random{};
        RetryPolicy retries{};
        Heartbeat::Times beats{};
        OtherNodes otherNodes{}; ///< empty: nobody else has files of these jobs
        std::chrono::milliseconds blockedFor{
            30'000}; ///< before a job that waits for disk space tries again
        std::chrono::milliseconds storeFailureDelay{1'000}; ///< before the engine is asked again
        StepMeter *meter = nullptr; ///< told of finished steps
    };

    WorkerPool(Collaborators collaborators, QString workerName, std::vector<StageWorkers> stages);
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    void start();
    /// Claims no more, waits up to `grace` for running stages, then gives them back uncounted.
    /// Blocks.
    void stop(std::chrono::milliseconds grace);

    // Any thread:
    /// How many jobs it works on at a time in each stage that it does.
    QMap<Stage, int> concurrency() const;
    /// From now on; what runs goes on. Those too many end with their jobs, idle ones within
    /// seconds. False: it does not work on that stage.
    bool setConcurrency(Stage stage, int count);
    /// How many jobs it works on now.
    int busy() const;

private:
    /// The threads of one stage.
    struct Crew
    {
        StageWorkers stage{};
        int wanted = 0;
        int threads = 0;
        std::unique_ptr<QThreadPool> pool{};
    };

    void hire(Crew &crew);
    bool isOneTooMany(Crew &crew);
    void work(Crew &crew);
    void run(const StageWorkers &stage, const Claim &claim);
    void sendBack(const Claim &claim);
    StepControl controlOf(ActiveClaim &active);
    Result<StageOutput>
    runStage(const StageWorkers &stage, const Claim &claim, const StepControl &control);
    void learn(ActiveClaim &active, const JobFacts &news);
    Result<bool> reserve(ActiveClaim &active, const QString &object);
    void settle(ActiveClaim &active, const Result<StageOutput> &outcome);
    std::optional<Fence> tellEngine(const Claim &claim,
                                    const std::function<Result<Fence>()> &transition);
    Result<Fence> settleOutput(ActiveClaim &active, const StageOutput &output);
    void measure(const ActiveClaim &active, const StageOutput &output) const;
    Result<Fence> settleError(ActiveClaim &active, const Error &error);
    Result<Fence> settleFailure(const Claim &claim, const Error &error);

    Collaborators m_with;
    JobLog m_log;
    const QString m_workerName;
    StartOvers m_startOvers{};
    std::stop_source m_stopClaiming;
    Heartbeat m_heartbeat;
    mutable std::mutex m_crewMutex; ///< guards the numbers of m_crews, and m_isWorking
    bool m_isWorking = false;
    std::vector<std::unique_ptr<Crew>> m_crews; ///< last: their threads use all of the above
};

} // namespace createzoom
