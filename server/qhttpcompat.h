// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

#include <functional>

class QHttpServer;
class QTcpServer;

namespace createzoom {

/// Everything in which QtHttpServer differs between 6.4 and 6.8 is behind these two functions.
using RequestHandler = std::function<HttpAnswer(const HttpRequest &)>;

/// Lets `handler` answer every request of `server`.
void handleAllRequests(QHttpServer &server, const RequestHandler &handler);
/// Lets `server` serve what the listening `listener` accepts; it owns the listener from now on.
bool bindServer(QHttpServer &server, QTcpServer *listener);

} // namespace createzoom
