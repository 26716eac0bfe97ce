// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace createzoom {

namespace {

struct CodeRow
{
    ErrorCode code;
    const char *name;
    Recovery recovery;
};

using enum Recovery;

constexpr std::array codeTable{
    CodeRow{ErrorCode::Cancelled, "E_CANCELLED", Permanent},
    CodeRow{ErrorCode::Usage, "E_USAGE", Permanent},
    CodeRow{ErrorCode::InvalidRequest, "E_INVALID_REQUEST", Permanent},
    CodeRow{ErrorCode::NotFound, "E_NOT_FOUND", Permanent},
    CodeRow{ErrorCode::AuthRequired, "E_AUTH_REQUIRED", Permanent},
    CodeRow{ErrorCode::AuthExpired, "E_AUTH_EXPIRED", Permanent},
    CodeRow{ErrorCode::Forbidden, "E_FORBIDDEN", Permanent},
    CodeRow{ErrorCode::TargetExists, "E_TARGET_EXISTS", Permanent},
    CodeRow{ErrorCode::Unreadable, "E_UNREADABLE", Permanent},
    CodeRow{ErrorCode::Damaged, "E_DAMAGED", Permanent},
    CodeRow{ErrorCode::Unsupported, "E_UNSUPPORTED", Permanent},
    CodeRow{ErrorCode::Limit, "E_LIMIT", Permanent},
    CodeRow{ErrorCode::Memory, "E_MEMORY", Permanent},
    CodeRow{ErrorCode::Timeout, "E_TIMEOUT", Permanent},
    CodeRow{ErrorCode::Crash, "E_CRASH", Permanent},
    CodeRow{ErrorCode::DiskFull, "E_DISK_FULL", Wait},
    CodeRow{ErrorCode::Io, "E_IO", Retry},
    CodeRow{ErrorCode::Network, "E_NETWORK", Retry},
    CodeRow{ErrorCode::Throttled, "E_THROTTLED", Retry},
    CodeRow{ErrorCode::RemoteFailure, "E_REMOTE", Retry},
    CodeRow{ErrorCode::Checksum, "E_CHECKSUM", Retry},
    CodeRow{ErrorCode::QueueFull, "E_QUEUE_FULL", Retry},
    CodeRow{ErrorCode::Unavailable, "E_UNAVAILABLE", Retry},
    CodeRow{ErrorCode::Conflict, "E_CONFLICT", Permanent},
    CodeRow{ErrorCode::Draining, "E_DRAINING", Retry},
    CodeRow{ErrorCode::MediaType, "E_MEDIA_TYPE", Permanent},
    CodeRow{ErrorCode::Internal, "E_INTERNAL", Permanent},
};

const CodeRow &rowOf(ErrorCode code)
{
    const auto *const row = std::find_if(
        codeTable.begin(), codeTable.end(), [code](const CodeRow &r) { return r.code == code; });
    return row == codeTable.end() ? codeTable.back() : *row;
}

} // namespace

Error Error::withContext(const QString &attempt) const
{
    Error result = *this;
    result.message = attempt + QStringLiteral(": ") + message;
    return result;
}

Error Error::inField(const QString &name) const
{
    Error result = *this;
    result.field = name;
    return result;
}

QString errorName(ErrorCode code)
{
    return QString::fromLatin1(rowOf(code).name);
}

std::optional<ErrorCode> errorCodeFromName(QStringView name)
{
    for (const CodeRow &row : codeTable) {
        if (name == QLatin1String(row.name))
            return row.code;
    }
    return std::nullopt;
}

Recovery recoveryFor(ErrorCode code)
{
    return rowOf(code).recovery;
}

ErrorCode writeErrorCode(int number)
{
    return number == ENOSPC || number == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Io;
}

} // namespace createzoom
