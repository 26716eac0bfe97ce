// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes.h"

#include <functional>

namespace createzoom {

class HttpConnection;

/// What remains to be done for a connection on the server's thread, unless its client has left.
using Continuation = std::function<void(HttpConnection &)>;

/// Work for one connection on threads that may wait. Server thread; valid as long as the
/// connection.
class DetachedWork
{
public:
    DetachedWork() = default;
    virtual ~DetachedWork() = default;
    DetachedWork(const DetachedWork &) = delete;
    DetachedWork &operator=(const DetachedWork &) = delete;

    /// Runs `work` at `place`, then what it returns. False when too many wait already.
    virtual bool run(Place place, std::function<Continuation()> work) = 0;
    /// For any thread, at any time: has HttpConnection::wake() called on the server's.
    virtual std::function<void()> waker() = 0;
};

} // namespace createzoom
