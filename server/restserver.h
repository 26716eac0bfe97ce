// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobservice.h"
#include "core/jobs/uploadstore.h"
#include "server/authenticator.h"
#include "server/httpdoor.h"
#include "server/operations.h"
#include "server/routes.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace createzoom {

struct RestServerOptions
{
    QStringList allowedOrigins{QStringLiteral("*")};
    QStringList allowedHosts{QStringLiteral("*")};
    QString failureWord = QStringLiteral("failed"); ///< legacy `status` of a failed job
    bool tokenRequired = true; ///< false for a folder bucket
    bool isStoreRemote = false; ///< another machine has the jobs: questions about them may wait
    AdminRules admins{};
    /// Of an address that a caller wants to be told of a job's end at; none: any will do.
    std::function<Result<void>(const QUrl &)> checkCallback{};
    Operations operations{};
    HttpDoor door{};
    Clock clock = systemClock();
};

/// The REST interface: all its surfaces at one address. Owned by the composition root; start() and
/// stop() from one thread. The service must outlive it.
class RestServer
{
public:
    /// `uploads`: none, and images of buckets only are taken. It outlives the server too.
    RestServer(JobService &service, UploadStore *uploads, RestServerOptions options);
    ~RestServer();
    RestServer(const RestServer &) = delete;
    RestServer &operator=(const RestServer &) = delete;

    /// Listens at "host:port" (port 0: any free one) and says where. Usage: no such address;
    /// Conflict: it is taken.
    Result<QUrl> start(const QString &listen);
    /// Accepts nobody any more, lets running requests be answered for at most limits.drainTime,
    /// ends. May take longer by the time that a call to the identity service takes.
    void stop();
    /// While it runs: whether the thread of its sockets does.
    bool answersWithin(std::chrono::milliseconds time);

    /// Every row of its table; for who must know that none is forgotten.
    const QList<Route> &routes() const;

private:
    struct Surfaces;
    std::unique_ptr<Surfaces> m_surfaces;
};

} // namespace createzoom
