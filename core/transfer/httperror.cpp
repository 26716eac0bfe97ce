// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/httperror.h"

#include "core/base/logging.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype maxDetail = 200;

struct StatusRow
{
    int first;
    int last;
    ErrorCode code;
    const char *sentence; ///< %1 name, %2 place, %3 status
};

// The first row that fits counts.
constexpr std::array statusTable{
    StatusRow{400, 400, ErrorCode::InvalidRequest, "The request for %1%2 was refused as invalid"},
    StatusRow{401, 401, ErrorCode::AuthRequired, "The token was refused for %1%2"},
    StatusRow{403, 403, ErrorCode::Forbidden, "Access to %1%2 was refused"},
    StatusRow{404, 404, ErrorCode::NotFound, "%1 was not found%2"},
    StatusRow{408, 408, ErrorCode::Network, "The request for %1%2 took too long"},
    StatusRow{410, 410, ErrorCode::NotFound, "%1 was not found%2"},
    StatusRow{412, 412, ErrorCode::Checksum, "%1%2 was changed during the transfer"},
    StatusRow{413, 413, ErrorCode::Limit, "%1%2 is larger than the store accepts"},
    StatusRow{422, 422, ErrorCode::InvalidRequest, "The request for %1%2 was refused as invalid"},
    StatusRow{429, 429, ErrorCode::Throttled, "The server asks to come back later for %1%2"},
    StatusRow{500, 599, ErrorCode::RemoteFailure, "The server failed (status %3) for %1%2"},
    StatusRow{0,
              999,
              ErrorCode::RemoteFailure,
              "The server gave an unexpected answer (status %3) for %1%2"},
};

struct StoreCodeRow
{
    const char *name;
    ErrorCode code;
    const char *sentence;
};

// S3 tells some errors by its own code under a status that says less (400, 403).
constexpr std::array storeCodeTable{
    StoreCodeRow{"EntityTooLarge", ErrorCode::Limit, "%1%2 is larger than the store accepts"},
    StoreCodeRow{"QuotaExceeded", ErrorCode::Limit, "The quota is used up: no room for %1%2"},
    StoreCodeRow{"RequestTimeout", ErrorCode::Network, "The transfer of %1%2 took too long"},
    StoreCodeRow{"BadDigest", ErrorCode::Checksum, "%1%2 did not arrive as it was sent"},
};

/// The refusal in its server's words: `detail` of JSON, `Code` of the store's XML, and nothing else
/// of the body, for a store repeats what was signed.
QString wordsOf(const HttpReply &refusal)
{
    static const QRegularExpression storeCode(u"<Code>([^<]*)</Code>"_s);
    if (const auto match = storeCode.match(QString::fromUtf8(refusal.body)); match.hasMatch())
        return masked(match.captured(1).left(maxDetail));
    const QJsonValue detail = QJsonDocument::fromJson(refusal.body).object().value("detail"_L1);
    if (detail.isString())
        return masked(detail.toString().left(maxDetail));
    const QJsonDocument list(detail.toArray());
    return detail.isArray()
        ? masked(QString::fromUtf8(list.toJson(QJsonDocument::Compact)).left(maxDetail))
        : QString();
}

QString sentence(const char *pattern, const HttpSubject &subject, int status)
{
    const QString text = QString::fromLatin1(pattern);
    QString result = text.contains("%3"_L1)
        ? text.arg(subject.name, subject.place, QString::number(status))
        : text.arg(subject.name, subject.place);
    if (subject.place.isEmpty())
        result[0] = result.at(0).toUpper();
    return result;
}

} // namespace

Error httpError(const HttpReply &refusal, const HttpSubject &subject)
{
    const auto *const row
        = std::find_if(statusTable.begin(), statusTable.end(), [&refusal](const StatusRow &r) {
              return refusal.status >= r.first && refusal.status <= r.last;
          });
    const StatusRow &found = row == statusTable.end() ? statusTable.back() : *row;
    const QString words = wordsOf(refusal);

    Error error{found.code, sentence(found.sentence, subject, refusal.status)};
    error.detail = u"HTTP status %1: %2"_s.arg(refusal.status).arg(words);
    error.retryAfter
        = parseRetryAfter(refusal.header("retry-after"_ba), QDateTime::currentDateTimeUtc());
    if (error.code == ErrorCode::AuthRequired
        && words.contains("expired"_L1, Qt::CaseInsensitive)) {
        error.code = ErrorCode::AuthExpired;
        error.message
            = sentence("The token has expired (needed for %1%2)", subject, refusal.status);
    }
    for (const StoreCodeRow &known : storeCodeTable) {
        if (refusal.status < 500 && words == QLatin1String(known.name)) {
            error.code = known.code;
            error.message = sentence(known.sentence, subject, refusal.status);
        }
    }
    return error;
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        // More digits than any sensible wish: as long as may be.
        constexpr std::chrono::seconds longest = std::chrono::hours(24 * 365);
        const std::chrono::seconds asked(text.size() > 9 ? longest.count() : text.toLongLong());
        return std::min(asked, longest);
    }
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    return std::chrono::seconds(std::max<qint64>(0, now.secsTo(date)));
}

std::optional<ContentRange> parseContentRange(const QByteArray &value)
{
    static const QRegularExpression pattern(
        u"^bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(?:(\\d{1,18})|\\*)$"_s);
    const auto match = pattern.match(QString::fromLatin1(value.trimmed()));
    if (!match.hasMatch())
        return std::nullopt;
    ContentRange range;
    if (match.capturedLength(1) > 0)
        range.first = match.captured(1).toLongLong();
    if (match.capturedLength(2) > 0)
        range.total = match.captured(2).toLongLong();
    return range;
}

QString md5OfEtag(const QByteArray &etag)
{
    static const QRegularExpression pattern(u"^\"?([0-9a-fA-F]{32})\"?$"_s);
    const auto match = pattern.match(QString::fromLatin1(etag.trimmed()));
    return match.hasMatch() ? match.captured(1).toLower() : QString();
}

} // namespace createzoom
