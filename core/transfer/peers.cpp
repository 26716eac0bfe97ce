// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/peers.h"

#include "core/base/logging.h"
#include "core/jobs/peerticket.h"
#include "core/transfer/boundedtries.h"
#include "core/transfer/fileerror.h"
#include "core/transfer/remotecalls.h"
#include "core/transfer/remotetiles.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Bytes of one call: what both sides hold in memory.
constexpr qint64 partBytes = 4LL << 20;

QByteArray filePath(const Artifact &artifact)
{
    return "peer/files/" + artifact.path.toUtf8();
}

Result<QByteArray>
askForPart(RemoteCalls &calls, const Artifact &artifact, qint64 from, const std::stop_token &stop)
{
    const qint64 last = std::min(from + partBytes, artifact.bytes) - 1;
    const QByteArray range = "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(last);
    Result<QByteArray> part
        = calls.bytes({.path = filePath(artifact), .headers = {{"Range", range}}, .stop = stop});
    if (part && part->size() != last - from + 1)
        return Error{ErrorCode::RemoteFailure, u"The other machine sent another part"_s};
    return part;
}

} // namespace

Peers::Peers(JobEngine &engine,
             const SecretBox &keys,
             Clock clock,
             const TransferLimits &limits,
             RandomSource random,
             Delay pause)
    : m_engine(engine)
    , m_keys(keys)
    , m_clock(std::move(clock))
    , m_limits(limits)
    , m_random(std::move(random))
    , m_pause(std::move(pause))
{}

Result<void> Peers::fetch(const Artifact &artifact, const QString &file, const StepControl &control)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return fileError(out, u"The file of the stage before cannot be written"_s);
    QCryptographicHash md5(QCryptographicHash::Md5);
    BoundedTries tries(m_limits, m_random, m_pause);
    qint64 doneBefore = 0; // at the failure before
    Result<std::shared_ptr<RemoteCalls>> calls = callsTo(artifact.node);
    for (qint64 done = 0; done < artifact.bytes;) {
        if (control.stopRequested())
            return cancelledError();
        control.report({.phase = StepProgress::Phase::Checking}); // a sign of life
        const Result<QByteArray> part
            = calls ? askForPart(**calls, artifact, done, control.stop) : calls.error();
        if (!part) {
            const bool isFurther = std::exchange(doneBefore, done) < done;
            const TryOutcome outcome = isFurther ? TryOutcome::Progressed : TryOutcome::Fruitless;
            if (const auto end = tries.giveUp(part.error(), outcome, control))
                return *end;
            calls = callsTo(artifact.node); // it may have come back elsewhere
            continue;
        }
        if (out.write(*part) != part->size())
            return fileError(out, u"The file of the stage before cannot be written"_s);
        md5.addData(*part);
        done += part->size();
    }
    if (!out.flush())
        return fileError(out, u"The file of the stage before cannot be written"_s);
    if (!artifact.md5.isEmpty() && artifact.md5.toLatin1() != md5.result().toHex())
        return Error{ErrorCode::Checksum, u"The file of the stage before arrived damaged"_s};
    return {};
}

void Peers::discard(const Artifact &artifact)
{
    const Result<std::shared_ptr<RemoteCalls>> calls = callsTo(artifact.node);
    const Result<void> discarded
        = calls ? (*calls)->order({.verb = "DELETE", .path = filePath(artifact)}) : calls.error();
    if (!discarded)
        qCInfo(lcTransfer).noquote() << "a fetched file stays on" << artifact.node
                                     << "until its job ends:" << discarded.error().message;
}

Result<std::unique_ptr<TileSource>> Peers::preview(const QString &jobId, const QString &node)
{
    const Result<std::shared_ptr<RemoteCalls>> calls = callsTo(node);
    if (!calls) {
        Error error = calls.error();
        if (error.code != ErrorCode::NotFound)
            return error;
        return Error{ErrorCode::Unavailable,
                     u"The machine that has this job's pyramid is not there now"_s,
                     node,
                     std::chrono::seconds(30)};
    }
    return openRemoteTiles(*calls, "jobs/" + pathSegment(jobId) + "/preview");
}

Result<std::shared_ptr<RemoteCalls>> Peers::callsTo(const QString &node)
{
    const Result<QList<WorkerInfo>> workers = m_engine.workers();
    if (!workers)
        return workers.error();
    forgetOthers(*workers);
    const auto peer = std::find_if(workers->begin(), workers->end(), [&](const WorkerInfo &worker) {
        return worker.node == node && !worker.peerUrl.isEmpty();
    });
    if (peer == workers->end())
        return Error{ErrorCode::NotFound,
                     u"The machine that has the file of the stage before is gone"_s,
                     node};
    return callsAt(peer->peerUrl);
}

/// Machines come and go, each with an address of its own: lines to those that left are closed.
void Peers::forgetOthers(const QList<WorkerInfo> &workers)
{
    QSet<QString> addresses;
    for (const WorkerInfo &worker : workers)
        addresses.insert(worker.peerUrl);
    const std::scoped_lock lock(m_mutex);
    m_calls.removeIf([&](const auto &entry) { return !addresses.contains(entry.key()); });
}

std::shared_ptr<RemoteCalls> Peers::callsAt(const QString &url)
{
    const std::scoped_lock lock(m_mutex);
    std::shared_ptr<RemoteCalls> &calls = m_calls[url];
    if (!calls) {
        const auto ticket = [this](const QByteArray &verb, const QByteArray &path) {
            return Secret(peerTicket(m_keys, verb, path, m_clock()));
        };
        calls = std::make_shared<RemoteCalls>(url.toUtf8(), ticket, m_limits);
    }
    return calls;
}

} // namespace createzoom
