// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httplimits.h"
#include "server/httpmessage.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace createzoom {

/// Why a request is not served: the answer's status and its detail. The connection closes after it.
struct Refusal
{
    int status = 400;
    const char *detail = "Bad Request";
};

inline constexpr Refusal tooManyRequests{503, "Too many requests at once: try again"};

/// What stands before the body.
struct RequestHead
{
    HttpRequest request{};
    qint64 bodyLength = 0; ///< as announced: how much is accepted is another question
    bool expectsContinue = false;
};

/// Reads and judges a request's line and fields, each line ended by CRLF (RFC 9110 and 9112, and
/// stricter where two readers could differ: that is how requests are smuggled). On a refusal `head`
/// holds what was read so far.
std::optional<Refusal> parseHead(QByteArrayView text, const HttpLimits &limits, RequestHead &head);

/// A character of a method or of a field's name.
bool isTokenCharacter(char c);

} // namespace createzoom
