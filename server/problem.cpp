// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/problem.h"

#include "core/base/logging.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::array statuses{
    std::pair{ErrorCode::Cancelled, 409},
    std::pair{ErrorCode::Usage, 400},
    std::pair{ErrorCode::InvalidRequest, 400},
    std::pair{ErrorCode::NotFound, 404},
    std::pair{ErrorCode::AuthRequired, 401},
    std::pair{ErrorCode::AuthExpired, 401},
    std::pair{ErrorCode::Forbidden, 403},
    std::pair{ErrorCode::TargetExists, 409},
    std::pair{ErrorCode::Unreadable, 422},
    std::pair{ErrorCode::Damaged, 422},
    std::pair{ErrorCode::Unsupported, 422},
    std::pair{ErrorCode::Limit, 422},
    std::pair{ErrorCode::Memory, 422},
    std::pair{ErrorCode::Timeout, 503},
    std::pair{ErrorCode::Crash, 500},
    std::pair{ErrorCode::DiskFull, 503},
    std::pair{ErrorCode::Io, 503},
    std::pair{ErrorCode::Network, 503},
    std::pair{ErrorCode::Throttled, 503},
    std::pair{ErrorCode::RemoteFailure, 503},
    std::pair{ErrorCode::Checksum, 502},
    std::pair{ErrorCode::QueueFull, 503},
    std::pair{ErrorCode::Unavailable, 503},
    std::pair{ErrorCode::Conflict, 409},
    std::pair{ErrorCode::Internal, 500},
};

constexpr std::chrono::seconds defaultRetryAfter{5};

} // namespace

int httpStatus(ErrorCode code)
{
    const auto *const row = std::find_if(
        statuses.begin(), statuses.end(), [code](const auto &r) { return r.first == code; });
    return row == statuses.end() ? 500 : row->second;
}

HttpAnswer problemAnswer(const Error &error)
{
    const int status = httpStatus(error.code);
    if (status >= 500)
        qCWarning(lcServer,
                  "%s: %s (%s)",
                  qUtf8Printable(errorName(error.code)),
                  qUtf8Printable(error.message),
                  qUtf8Printable(error.detail));
    if (status == 500)
        return detailAnswer(status, u"Internal Server Error"_s);
    HttpAnswer answer = detailAnswer(status, masked(error.message));
    if (status == 503) {
        const std::chrono::seconds delay = error.retryAfter.value_or(defaultRetryAfter);
        answer.fields.append(HttpField{"Retry-After", QByteArray::number(qint64(delay.count()))});
    }
    if (status == 401)
        answer.fields.append(HttpField{"WWW-Authenticate", "Bearer"});
    return answer;
}

} // namespace createzoom
