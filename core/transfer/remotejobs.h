// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobboard.h"
#include "core/transfer/transferlimits.h"

#include <QByteArray>

#include <memory>

namespace createzoom {

class RemoteCalls;

/// The jobs of a CreateZoom server, over its /api/v1. Answers as JobService does, beside it with
/// what a network adds: Network, Throttled, AuthRequired, Forbidden. Any thread; pyramids that it
/// opened may outlive it.
class RemoteJobs final : public JobBoard
{
public:
    /// `baseUrl` as normalServerUrl() gives it. `token` opens the server: an admin's for the list.
    RemoteJobs(const QByteArray &baseUrl, Secret token);
    RemoteJobs(const QByteArray &baseUrl, Secret token, const TransferLimits &limits);
    ~RemoteJobs() override;

    /// Of images in a bucket; files of this machine are none of a server's. `token` is for the
    /// bucket. A submit that is cut off and sent again makes one job.
    Result<Submitted> submit(JobRequest request,
                             const Secret &token,
                             const std::optional<IdempotencyKey> &key = {}) override;
    Result<JobChanges> changes(qint64 since, int limit) override;
    Result<CancelOutcome> cancel(const QString &id) override;
    Result<void> retry(const QString &id, const Secret &token) override;
    Result<void> remove(const QString &id) override;
    Result<void> pause(const QString &id) override;
    Result<void> resume(const QString &id) override;
    Result<void> move(const QString &id, QueueMove where) override;
    Result<void> setOptions(const QString &id, const ConversionOptions &options) override;
    Result<QueueState> queue() override;
    Result<void> setQueuePaused(bool paused) override;
    Result<QList<WorkerInfo>> workers() override;
    Result<QStringList> log(const QString &id) override;
    Result<std::unique_ptr<TileSource>> preview(const QString &id) override;

    /// For who must not wait for a server that is silent: from now on every call ends with
    /// Cancelled, those that run within a moment.
    void cutOff();

private:
    std::shared_ptr<RemoteCalls> m_calls;
};

/// "host:8000/" -> "http://host:8000": the address of a server as a person writes it, in its one
/// form. Usage: no such address, or one with a password or a query in it.
Result<QByteArray> normalServerUrl(const QString &text);

} // namespace createzoom
