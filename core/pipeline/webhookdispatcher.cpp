// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/webhookdispatcher.h"

#include "core/base/logging.h"
#include "core/jobs/jobjson.h"
#include "core/jobs/jobwire.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::milliseconds;

namespace {

constexpr int callsAtOnce = 4;
/// Longer than a call may take: what is not settled by then was begun by a process that is dead.
constexpr std::chrono::seconds lease{120};
/// The delay after each try, in units of the first; none after the last.
constexpr std::array<int, 4> delays{1, 10, 60, 600};

QByteArray bodyOf(const Job &job)
{
    return jsonBytes({{u"type"_s, u"job.%1"_s.arg(stateName(job.state))},
                      {u"timestamp"_s, isoTime(job.endedAt)},
                      {u"data"_s, toWire(job, Audience::Submitter)}});
}

QByteArray idOf(const Job &job)
{
    return job.id.toLatin1() + '-' + QByteArray::number(job.endedAt);
}

} // namespace

WebhookDispatcher::WebhookDispatcher(Collaborators collaborators, const Times &times)
    : m_with(std::move(collaborators))
    , m_times(times)
    , m_log(m_with.engine)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{}

WebhookDispatcher::~WebhookDispatcher()
{
    m_thread.request_stop();
    m_thread.join();
    m_stop.request_stop();
    m_calls.waitForDone();
}

void WebhookDispatcher::run(const std::stop_token &stop)
{
    m_calls.setMaxThreadCount(callsAtOnce);
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_hasRoom = false;
        const int room = callsAtOnce - m_running;
        lock.unlock();
        takeUpTo(room);
        lock.lock();
        // More may be due than there was room for: a call that ends brings the next.
        m_wake.wait_for(lock, stop, m_times.lookEvery, [this] { return m_hasRoom; });
    }
}

void WebhookDispatcher::takeUpTo(int count)
{
    if (count == 0)
        return;
    const Result<QList<DueCallback>> due = m_with.engine.takeCallbacks(count, lease);
    if (!due)
        return; // the engine says itself when its store is away
    const std::scoped_lock lock(m_mutex);
    m_due += *due;
    m_running += int(due->size());
    for (qsizetype i = 0; i < due->size(); ++i)
        m_calls.start([this] { deliverNext(); });
}

void WebhookDispatcher::deliverNext()
{
    std::unique_lock lock(m_mutex);
    const DueCallback due = m_due.takeFirst();
    lock.unlock();
    deliver(due);
    lock.lock();
    --m_running;
    m_hasRoom = true;
    m_wake.notify_one();
}

void WebhookDispatcher::deliver(const DueCallback &due)
{
    const Result<Secret> opened = m_with.secrets.open(due.sealed, callbackSeal(due.jobId));
    const Result<Callback> callback = opened ? callbackFrom(*opened) : opened.error();
    const Result<std::optional<Job>> job = m_with.engine.get(due.jobId);
    if (!job)
        return; // due again after the lease
    if (!callback || !job->has_value()) {
        qCWarning(lcPipeline).noquote() << "a callback of job" << due.jobId << "cannot be read";
        (void)m_with.engine.settleCallback(due.jobId, std::nullopt);
        return;
    }
    if (!isTerminal((*job)->state))
        return; // it runs again: the end of that will be told
    const WebhookMessage message{
        .id = idOf(**job), .sentAt = m_with.clock(), .body = bodyOf(**job)};
    settle(due, *callback, m_with.tell(*callback, message, {.stop = m_stop.get_token()}));
}

void WebhookDispatcher::settle(const DueCallback &due,
                               const Callback &callback,
                               const Result<void> &told)
{
    std::optional<milliseconds> again;
    if (!told && told.error().code == ErrorCode::Cancelled) {
        again = milliseconds(0); // the program ends: whoever comes next goes on
    } else {
        const bool isFinal = told || told.error().code == ErrorCode::Forbidden
            || told.error().code == ErrorCode::NotFound || due.tries > int(delays.size());
        if (!isFinal)
            again = m_times.firstDelay * delays.at(std::max(due.tries, 1) - 1);
        m_log.tells(due.jobId, originOf(callback), told, again);
    }
    if (const Result<void> settled = m_with.engine.settleCallback(due.jobId, again); !settled)
        qCInfo(lcPipeline).noquote()
            << "a callback may be called once more:" << settled.error().message;
}

} // namespace createzoom
