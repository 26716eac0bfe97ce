// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/workerpool.h"

#include "core/base/logcontext.h"
#include "core/base/logging.h"

#include <algorithm>
#include <thread>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds claimWait{5'000};

void sleepFor(milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
}

/// What a failed fetch says of the file and of the machine that has it; others are of this machine
/// and of the job store.
bool isLossOfFile(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
    case ErrorCode::DiskFull:
    case ErrorCode::Io:
    case ErrorCode::Unavailable:
    case ErrorCode::Draining:
        return false;
    default:
        return true;
    }
}

/// Nothing is wrong with the job: it waits, uncounted.
bool isWaitedFor(ErrorCode code)
{
    // Of a stage, Conflict says that another job makes what this one is to make, Unavailable that
    // the job store could not be asked, Draining that the machine with the file is ending.
    return recoveryFor(code) == Recovery::Wait || code == ErrorCode::Conflict
        || code == ErrorCode::Unavailable || code == ErrorCode::Draining;
}

} // namespace

WorkerPool::WorkerPool(Collaborators collaborators,
                       QString workerName,
                       std::vector<StageWorkers> stages)
    : m_with(std::move(collaborators))
    , m_log(m_with.engine)
    , m_workerName(std::move(workerName))
    , m_heartbeat(m_with.engine, m_with.beats)
{
    for (const StageWorkers &stage : stages) {
        auto pool = std::make_unique<QThreadPool>();
        pool->setExpiryTimeout(-1); // a decoding child dies with the thread that started it
        m_crews.push_back(std::make_unique<Crew>(Crew{stage, stage.count, 0, std::move(pool)}));
    }
}

WorkerPool::~WorkerPool()
{
    stop(milliseconds(0));
}

void WorkerPool::start()
{
    const std::scoped_lock lock(m_crewMutex);
    m_isWorking = true;
    for (const auto &crew : m_crews)
        hire(*crew);
}

void WorkerPool::stop(milliseconds grace)
{
    m_stopClaiming.request_stop();
    {
        const std::scoped_lock lock(m_crewMutex);
        m_isWorking = false;
    }
    const auto end = steady_clock::now() + grace;
    for (const auto &crew : m_crews) {
        const auto left = std::chrono::duration_cast<milliseconds>(end - steady_clock::now());
        crew->pool->waitForDone(static_cast<int>(std::max(left, milliseconds(0)).count()));
    }
    for (const auto &claim : m_heartbeat.claims())
        claim->stop(StopReason::Drained);
    for (const auto &crew : m_crews)
        crew->pool->waitForDone(); // stages answer a stop within a second
}

QMap<Stage, int> WorkerPool::concurrency() const
{
    QMap<Stage, int> counts;
    const std::scoped_lock lock(m_crewMutex);
    for (const auto &crew : m_crews)
        counts.insert(crew->stage.stage, crew->wanted);
    return counts;
}

bool WorkerPool::setConcurrency(Stage stage, int count)
{
    const std::scoped_lock lock(m_crewMutex);
    for (const auto &crew : m_crews) {
        if (crew->stage.stage != stage)
            continue;
        crew->wanted = count;
        if (m_isWorking)
            hire(*crew);
        return true;
    }
    return false;
}

int WorkerPool::busy() const
{
    return int(m_heartbeat.claims().size());
}

/// With m_crewMutex held.
void WorkerPool::hire(Crew &crew)
{
    crew.pool->setMaxThreadCount(std::max(crew.wanted, crew.threads));
    for (; crew.threads < crew.wanted; ++crew.threads)
        crew.pool->start([this, &crew] { work(crew); });
}

/// Then it is counted no more.
bool WorkerPool::isOneTooMany(Crew &crew)
{
    const std::scoped_lock lock(m_crewMutex);
    if (crew.threads <= crew.wanted)
        return false;
    --crew.threads;
    return true;
}

void WorkerPool::work(Crew &crew)
{
    const StageWorkers &stage = crew.stage;
    const std::stop_token stop = m_stopClaiming.get_token();
    while (!stop.stop_requested() && !isOneTooMany(crew)) {
        const Result<std::optional<Claim>> claim
            = m_with.engine.claim({stage.stage}, m_workerName, claimWait, stop);
        if (!claim) {
            qCWarning(lcPipeline).noquote()
                << "no job can be claimed:" << claim.error().message << claim.error().detail;
            sleepFor(m_with.storeFailureDelay, stop);
        } else if (*claim) {
            run(stage, **claim);
        }
    }
}

void WorkerPool::run(const StageWorkers &stage, const Claim &claim)
{
    const LogContext context(LogContext::Kind::Job, claim.jobId);
    const auto active = std::make_shared<ActiveClaim>(claim, steady_clock::now() + stage.timeout);
    const bool needsFile
        = claim.stage != firstStage(claim.request) && !m_with.workspace.holds(claim.artifact);
    if (needsFile && !m_with.otherNodes.have(claim.artifact)) {
        sendBack(claim);
        return;
    }
    m_heartbeat.add(active);
    if (m_stopClaiming.stop_requested())
        active->stop(StopReason::Drained);
    const StepControl control = controlOf(*active);
    const Result<Claim> ready
        = needsFile ? m_with.otherNodes.bring(claim, m_with.workspace, control) : claim;
    const Result<StageOutput> outcome = ready ? runStage(stage, *ready, control) : ready.error();
    // Off the heartbeat before the job is settled: a beat after that would only learn that the
    // claim is gone.
    m_heartbeat.remove(active);
    if (!ready && active->stopReason() == StopReason::None && isLossOfFile(ready.error().code))
        sendBack(claim);
    else
        settle(*active, outcome);
    if (needsFile && !outcome)
        m_with.workspace.drop(claim); // with the copy: the next claim fetches one of its own
}

void WorkerPool::sendBack(const Claim &claim)
{
    m_with.workspace.dropUpTo(claim, {});
    if (m_startOvers.count(claim) >= m_with.retries.maxAttempts) {
        const Error error{ErrorCode::Internal,
                          u"The job's files keep vanishing from the server's work folder"_s};
        tellEngine(claim, [&] { return settleFailure(claim, error); });
        return;
    }
    const QString stage = stageName(claim.stage);
    m_log.startsOver(claim);
    qCWarning(lcPipeline).noquote()
        << "job" << claim.jobId << "starts over: its file for" << stage << "is gone";
    tellEngine(claim, [&] { return m_with.engine.sendBack(claim, firstStage(claim.request)); });
}

StepControl WorkerPool::controlOf(ActiveClaim &active)
{
    return {.stop = active.stopToken(),
            .progress = [&active](const StepProgress &p) { active.setProgress(p); },
            .facts = [&active, this](const JobFacts &news) { learn(active, news); },
            .reserve =
                [&active, this](const QString &object) {
                    return reserve(active, object);
                }};
}

Result<StageOutput>
WorkerPool::runStage(const StageWorkers &stage, const Claim &claim, const StepControl &control)
{
    Secret token;
    if (!claim.sealedToken.isEmpty()) {
        Result<Secret> opened = m_with.secrets.open(claim.sealedToken, claim.jobId);
        if (!opened)
            return opened.error();
        token = std::move(*opened);
    }
    const Result<QString> folder = m_with.workspace.folderFor(claim);
    if (!folder)
        return folder.error();
    m_log.begins(claim);
    return stage.runner->run(claim, token, *folder, control);
}

void WorkerPool::learn(ActiveClaim &active, const JobFacts &news)
{
    const bool wasKnown = active.facts().width > 0;
    active.learn(news);
    if (!wasKnown && news.width > 0)
        m_log.knowsImage(active.claim(), active.facts());
}

/// A store that is away, or has no room, is waited for: that is not the job's fault. One that is
/// away for long makes the heartbeat stop the claim.
Result<bool> WorkerPool::reserve(ActiveClaim &active, const QString &object)
{
    const std::stop_token stop = active.stopToken();
    Result<bool> reserved = m_with.engine.reserve(active.claim(), object);
    if (!reserved)
        qCWarning(lcPipeline).noquote() << "job" << active.claim().jobId << "waits to reserve"
                                        << object << ':' << reserved.error().message;
    while (!reserved && !stop.stop_requested()) {
        active.setProgress({.message = u"Waiting for the job store"_s}); // it does not hang
        sleepFor(m_with.storeFailureDelay, stop);
        reserved = m_with.engine.reserve(active.claim(), object);
    }
    return reserved;
}

void WorkerPool::settle(ActiveClaim &active, const Result<StageOutput> &outcome)
{
    const Claim &claim = active.claim();
    if (active.stopReason() == StopReason::Lost) {
        m_with.workspace.drop(claim);
        return;
    }
    active.writeFacts(m_with.engine);
    const std::optional<Fence> settled = tellEngine(claim, [&] {
        return outcome ? settleOutput(active, *outcome) : settleError(active, outcome.error());
    });
    // A file just made may be the job's already: the engine's answer to the hand-over can be lost.
    const bool mayBeHandedOver = outcome && !outcome->artifact.path.isEmpty();
    if (settled == Fence::Lost && !mayBeHandedOver)
        m_with.workspace.drop(claim);
}

/// The engine must hear of it, however long its store is away: the stage's work would be lost else.
/// Only a process that ends cannot wait for ever: nullopt, it has not heard.
std::optional<Fence> WorkerPool::tellEngine(const Claim &claim,
                                            const std::function<Result<Fence>()> &transition)
{
    for (int triesAtTheEnd = 0; triesAtTheEnd < 5;) {
        const Result<Fence> told = transition();
        if (told)
            return *told;
        qCWarning(lcPipeline).noquote()
            << "job" << claim.jobId << "cannot be settled:" << told.error().message;
        triesAtTheEnd += m_stopClaiming.stop_requested() ? 1 : 0;
        sleepFor(m_with.storeFailureDelay, {});
    }
    return std::nullopt;
}

Result<Fence> WorkerPool::settleOutput(ActiveClaim &active, const StageOutput &output)
{
    const Claim &claim = active.claim();
    const std::optional<Stage> next = nextStage(claim.request, claim.stage);
    m_log.ends(claim, output, active.facts(), active.elapsed());
    m_startOvers.forget(claim.jobId, claim.stage);
    if (next && !output.skipped) {
        Result<Fence> handed = m_with.engine.advance(claim, *next, output.artifact);
        // After the hand-over, so that a crash in between finds the source still there.
        if (handed && *handed == Fence::Ok) {
            m_with.workspace.dropUpTo(claim, output.artifact);
            m_with.otherNodes.release(claim, m_with.workspace);
            measure(active, output);
        }
        return handed;
    }
    const JobState end = output.skipped ? JobState::Skipped : JobState::Done;
    Result<Fence> ended
        = m_with.engine.complete(claim, output.result, output.artifact.warnings, end);
    if (ended && *ended == Fence::Ok) {
        m_with.workspace.dropUpTo(claim, {});
        m_with.otherNodes.release(claim, m_with.workspace);
        measure(active, output);
    }
    return ended;
}

void WorkerPool::measure(const ActiveClaim &active, const StageOutput &output) const
{
    const Claim &claim = active.claim();
    if (m_with.meter != nullptr && !output.skipped)
        m_with.meter->finished(claim.stage,
                               active.elapsed(),
                               claim.stage == Stage::Upload ? claim.artifact.bytes
                                                            : output.artifact.bytes);
}

Result<Fence> WorkerPool::settleError(ActiveClaim &active, const Error &error)
{
    const Claim &claim = active.claim();
    switch (active.stopReason()) {
    case StopReason::Drained:
        m_log.isGivenBack(claim);
        return m_with.engine.release(claim);
    case StopReason::Paused:
        m_log.pauses(claim);
        return m_with.engine.release(claim);
    case StopReason::Fenced: {
        Result<Fence> given = m_with.engine.release(claim);
        if (given) // once: the store may be away for hours
            m_log.isFenced(claim);
        return given;
    }
    case StopReason::TimedOut:
        return settleFailure(
            claim,
            {ErrorCode::Timeout, u"%1 took longer than it may"_s.arg(stageName(claim.stage))});
    case StopReason::Stuck:
        return settleFailure(
            claim,
            {ErrorCode::Timeout,
             u"%1 made no progress for %2 s and was ended"_s.arg(stageName(claim.stage))
                 .arg(std::chrono::duration_cast<std::chrono::seconds>(m_with.beats.stuckAfter)
                          .count())});
    case StopReason::Cancelled:
        return settleFailure(claim, cancelledError());
    case StopReason::Lost:
    case StopReason::None:
        break;
    }
    if (error.code == ErrorCode::Io
        && m_with.workspace.isReadOnly()) // not the job's fault: it waits
        return settleFailure(claim,
                             {ErrorCode::DiskFull,
                              u"The server's work folder is on a disk that takes no writes now"_s,
                              error.message + u": "_s + error.detail});
    return settleFailure(claim, error);
}

Result<Fence> WorkerPool::settleFailure(const Claim &claim, const Error &error)
{
    qCWarning(lcPipeline).noquote() << "job" << claim.jobId << stageName(claim.stage)
                                    << errorName(error.code) << error.message << error.detail;
    if (isWaitedFor(error.code)) {
        m_log.waits(claim, error, m_with.blockedFor);
        return m_with.engine.release(claim, error, m_with.blockedFor);
    }
    const std::optional<milliseconds> delay
        = m_with.retries.retryDelay(claim, error, m_with.random());
    m_log.fails(claim, error, delay);
    Result<Fence> failed = m_with.engine.fail(claim, error, delay);
    if (failed && *failed == Fence::Ok && !delay) {
        m_with.workspace.dropUpTo(claim, {});
        m_startOvers.forget(claim.jobId, Stage::Upload);
    }
    return failed;
}

} // namespace createzoom
