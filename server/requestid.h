// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

namespace createzoom {

/// What a request is called in its answer (X-Request-ID), in a problem's `request_id` and in the
/// log lines that it causes: the caller's own word when it sent a usable one (1 to 128 characters
/// of [A-Za-z0-9._-]), else a new one, unlike any other of any server. Any thread.
QByteArray requestId(const HttpRequest &request);

} // namespace createzoom
