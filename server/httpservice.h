// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/httpdoor.h"
#include "server/routes.h"

#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

namespace createzoom {

/// Answers HTTP at one address from a table of routes: the only class that knows QHttpServer. It
/// has a thread of its own for the sockets and two small pools for answers that wait. Owned by
/// whoever has the routes, whose handlers' objects outlive it; start() and stop() from one thread,
/// not a thread of its own.
class HttpService
{
public:
    HttpService(Router router, HttpDoor door);
    ~HttpService();
    HttpService(const HttpService &) = delete;
    HttpService &operator=(const HttpService &) = delete;

    /// Listens at "host:port" (port 0: any free one) and says where. Usage: no such address, or no
    /// usable certificate;
    /// Conflict: it is taken.
    Result<QUrl> start(const QString &listen);
    /// Accepts nobody any more, lets running requests be answered for at most limits.drainTime,
    /// ends. May take longer by the time that a call to the identity service takes.
    void stop();
    /// While it runs: whether the thread of the sockets does.
    bool answersWithin(std::chrono::milliseconds time);

private:
    class Backend;
    std::unique_ptr<Backend> m_backend;
};

} // namespace createzoom
