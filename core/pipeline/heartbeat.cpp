// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/heartbeat.h"

#include "core/base/logcontext.h"
#include "core/base/logging.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::steady_clock;

namespace {

/// A pyramid starts from its first pixel again: it runs to its end, and the job pauses after it.
bool canGoOnLater(Stage stage)
{
    return stage != Stage::Process;
}

} // namespace

ActiveClaim::ActiveClaim(Claim claim, steady_clock::time_point deadline)
    : m_claim(std::move(claim))
    , m_deadline(deadline)
    , m_begun(steady_clock::now())
    , m_lastSign(m_begun)
    , m_lastOk(m_begun)
{}

StopReason ActiveClaim::stopReason() const
{
    const std::scoped_lock lock(m_mutex);
    return m_reason;
}

void ActiveClaim::stop(StopReason reason)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_reason != StopReason::None)
            return;
        m_reason = reason;
    }
    m_stop.request_stop();
}

void ActiveClaim::setProgress(const StepProgress &progress)
{
    const std::scoped_lock lock(m_mutex);
    m_unwritten = progress;
    m_lastSign = steady_clock::now();
}

steady_clock::duration ActiveClaim::silence(steady_clock::time_point now) const
{
    const std::scoped_lock lock(m_mutex);
    return now - m_lastSign;
}

JobFacts ActiveClaim::facts() const
{
    const std::scoped_lock lock(m_mutex);
    return m_facts;
}

void ActiveClaim::learn(const JobFacts &news)
{
    const std::scoped_lock lock(m_mutex);
    m_facts.learn(news);
}

void ActiveClaim::writeFacts(JobEngine &engine)
{
    JobFacts facts;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_facts == m_writtenFacts)
            return;
        facts = m_facts;
    }
    const Result<Fence> written = engine.learn(m_claim, facts);
    if (!written) {
        qCDebug(lcPipeline).noquote()
            << "job" << m_claim.jobId << "cannot write its facts:" << written.error().message;
        return;
    }
    const std::scoped_lock lock(m_mutex);
    m_writtenFacts = facts;
}

std::chrono::milliseconds ActiveClaim::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - m_begun);
}

Heartbeat::Heartbeat(JobEngine &engine, Times times)
    : m_engine(engine)
    , m_times(times)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{}

Heartbeat::~Heartbeat() = default;

void Heartbeat::add(const std::shared_ptr<ActiveClaim> &claim)
{
    const std::scoped_lock lock(m_mutex);
    m_claims.push_back(claim);
}

void Heartbeat::remove(const std::shared_ptr<ActiveClaim> &claim)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_claims, claim);
}

std::vector<std::shared_ptr<ActiveClaim>> Heartbeat::claims() const
{
    const std::scoped_lock lock(m_mutex);
    return m_claims;
}

void Heartbeat::run(const std::stop_token &stop)
{
    while (waitForNext(stop)) {
        for (const auto &claim : claims())
            beat(*claim);
    }
}

bool Heartbeat::waitForNext(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, m_times.interval, [] { return false; });
    return !stop.stop_requested();
}

void Heartbeat::beat(ActiveClaim &claim)
{
    const LogContext context(LogContext::Kind::Job, claim.claim().jobId);
    std::optional<StepProgress> progress;
    {
        const std::scoped_lock lock(claim.m_mutex);
        progress = std::exchange(claim.m_unwritten, std::nullopt);
    }
    const auto now = steady_clock::now();
    if (now > claim.m_deadline)
        claim.stop(StopReason::TimedOut);
    else if (m_times.stuckAfter.count() > 0 && claim.silence(now) > m_times.stuckAfter)
        claim.stop(StopReason::Stuck);

    claim.writeFacts(m_engine);
    const Result<Beat> answer = m_engine.beat(claim.claim(), progress);
    if (!answer) {
        qCWarning(lcPipeline).noquote()
            << "job" << claim.claim().jobId << "cannot renew its lease:" << answer.error().message;
        if (now - claim.m_lastOk > m_times.selfFence)
            claim.stop(StopReason::Fenced);
        return;
    }
    claim.m_lastOk = now;
    if (*answer == Beat::Lost)
        claim.stop(StopReason::Lost);
    else if (*answer == Beat::Cancel)
        claim.stop(StopReason::Cancelled);
    else if (*answer == Beat::Pause && canGoOnLater(claim.claim().stage))
        claim.stop(StopReason::Paused);
}

} // namespace createzoom
