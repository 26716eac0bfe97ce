// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

class QDateTime;

namespace createzoom {

/// An answer with a status, whatever the status. A value.
struct HttpReply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers{}; ///< names in lower case
    QByteArray body{}; ///< of small answers, and the start of a refusal's

    bool isSuccess() const { return status >= 200 && status < 300; }
    QByteArray header(const QByteArray &lowerCaseName) const
    {
        return headers.value(lowerCaseName);
    }
};

/// What a request was about, for the sentence of its error: {"brain/s012.tif", " in bucket b1"}. A
/// name without a place is words, not a name of somebody's: {"bucket b1"} gets a capital where it
/// starts the sentence.
struct HttpSubject
{
    QString name{};
    QString place{};
};

/// The only mapping from HTTP to Error. `refusal` is any answer that is not the expected success;
/// what its body tells is used for the code and, shortened and masked, for the detail.
Error httpError(const HttpReply &refusal, const HttpSubject &subject);

/// Retry-After: seconds or an HTTP date; a date gone by is 0.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now);

/// "bytes 5-9/100" and, of a refusal, "bytes */100".
struct ContentRange
{
    qint64 first = -1; ///< -1: not told
    qint64 total = -1; ///< -1: not told
};
std::optional<ContentRange> parseContentRange(const QByteArray &value);

/// The MD5 that an ETag or hash is, in lower-case hex; empty for the "...-N" form and all others.
QString md5OfEtag(const QByteArray &etag);

} // namespace createzoom
