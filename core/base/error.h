// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace createzoom {

/// What went wrong, for programs. The names on the wire are errorName()'s and never change.
enum class ErrorCode {
    Cancelled, ///< a state, not a failure
    Usage, ///< the call itself is wrong
    InvalidRequest, ///< a request's field is missing or malformed
    NotFound, ///< no such object, file or job
    AuthRequired, ///< token missing or refused
    AuthExpired, ///< token expired
    Forbidden, ///< the token does not carry the right
    TargetExists, ///< and may not be replaced
    Unreadable, ///< bytes that no loader takes for an image
    Damaged, ///< an image or archive that is cut off or broken
    Unsupported, ///< a known format that cannot be read here
    Limit, ///< a limit of ours: pixels, pages, size
    Memory, ///< the child hit its memory limit
    Timeout, ///< a step took longer than its limit
    Crash, ///< the decoder's process died by a signal
    DiskFull, ///< no space (or the floor reached)
    Io, ///< a local file could not be read or written
    Network, ///< connection refused, cut, stalled
    Throttled, ///< 429: come back later
    RemoteFailure, ///< 5xx of the bucket
    Checksum, ///< what arrived is not what was sent
    QueueFull,
    Unavailable, ///< the store of jobs cannot be reached now
    Conflict, ///< the job is in a state that does not allow it
    Draining, ///< this process ends: it takes no new work
    MediaType, ///< a request's body is of a type that is not read
    Internal, ///< a defect of ours
};

/// What to do with a failed step, by the code alone.
enum class Recovery {
    Permanent, ///< the job fails at once
    Retry, ///< another attempt after a delay; counted
    Wait, ///< nothing wrong with the job: put it back uncounted (disk full)
};

/// An error as it crosses a folder's border: `code` for programs, `message` for people (one
/// sentence, it names the object, holds no secret and no server path), `detail` for the log. Vendor
/// errors end in their adapter.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail{};
    std::optional<std::chrono::seconds> retryAfter{}; ///< a server's wish (Retry-After)
    QString field{}; ///< of a request, that is wrong: "#/options/quality" of its body (a JSON
                     ///< pointer), "limit" of its query

    /// The same error with `attempt` before its message: "upload to b/o: ...".
    Error withContext(const QString &attempt) const;
    /// The same error, of that field.
    Error inField(const QString &name) const;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Stable name, such as "E_AUTH_EXPIRED".
QString errorName(ErrorCode code);
std::optional<ErrorCode> errorCodeFromName(QStringView name);

/// The one place that says which errors are worth another attempt.
Recovery recoveryFor(ErrorCode code);

/// Of a write, or the making of a file or folder, that the system refused with `number` (errno).
ErrorCode writeErrorCode(int number);

inline Error cancelledError()
{
    return {ErrorCode::Cancelled, QStringLiteral("Cancelled")};
}

} // namespace createzoom
