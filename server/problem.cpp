// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/problem.h"

#include "core/base/logging.h"

#include <QJsonArray>
#include <QJsonDocument>

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
    std::pair{ErrorCode::Draining, 503},
    std::pair{ErrorCode::MediaType, 415},
    std::pair{ErrorCode::Internal, 500},
};

constexpr std::chrono::seconds defaultRetryAfter{5};

/// What our own words say where no error of ours stands behind the status.
constexpr std::array refusals{std::pair{403, ErrorCode::Forbidden},
                              std::pair{404, ErrorCode::NotFound},
                              std::pair{405, ErrorCode::Usage},
                              std::pair{408, ErrorCode::Timeout},
                              std::pair{413, ErrorCode::Limit},
                              std::pair{414, ErrorCode::Limit},
                              std::pair{415, ErrorCode::MediaType},
                              std::pair{429, ErrorCode::Throttled},
                              std::pair{431, ErrorCode::Limit},
                              std::pair{500, ErrorCode::Internal},
                              std::pair{503, ErrorCode::Unavailable}};

void logFailure(const Error &error, int status)
{
    if (status >= 500)
        qCWarning(lcServer,
                  "%s: %s (%s)",
                  qUtf8Printable(errorName(error.code)),
                  qUtf8Printable(error.message),
                  qUtf8Printable(error.detail));
}

QString sentenceFor(const Error &error, int status)
{
    return status == 500 ? u"Internal Server Error"_s : masked(error.message);
}

/// The same request may be answered otherwise after a while.
bool passes(int status)
{
    return status == 429 || status == 503;
}

HttpAnswer withHints(HttpAnswer answer, const Error &error)
{
    if (passes(answer.status)) {
        const std::chrono::seconds delay = error.retryAfter.value_or(defaultRetryAfter);
        answer.fields.append(HttpField{"Retry-After", QByteArray::number(qint64(delay.count()))});
    }
    if (answer.status == 401)
        answer.fields.append(HttpField{"WWW-Authenticate", "Bearer"});
    return answer;
}

const QByteArray problemType = "application/problem+json";

HttpAnswer
problem(int status, const QString &sentence, ErrorCode code, const QJsonObject &more = {})
{
    QJsonObject json = more;
    json.insert(u"type"_s, u"about:blank"_s);
    json.insert(u"title"_s, QString::fromLatin1(reasonPhrase(status)));
    json.insert(u"status"_s, status);
    json.insert(u"detail"_s, sentence);
    json.insert(u"code"_s, errorName(code));
    json.insert(u"retryable"_s,
                status == 408 || passes(status) || recoveryFor(code) != Recovery::Permanent);
    return {.status = status,
            .body = QJsonDocument(json).toJson(QJsonDocument::Compact),
            .contentType = problemType};
}

/// A field of the body by its JSON pointer, one of the query or the head by its name.
QJsonArray wrongFields(const Error &error)
{
    const QString place = error.field.startsWith(u'#') ? u"pointer"_s : u"parameter"_s;
    return {QJsonObject{{place, error.field}, {u"detail"_s, masked(error.message)}}};
}

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
    logFailure(error, status);
    return withHints(detailAnswer(status, sentenceFor(error, status)), error);
}

HttpAnswer problemJson(const Error &error, int status, const QJsonObject &more)
{
    if (status == 0)
        status = httpStatus(error.code);
    logFailure(error, status);
    const ErrorCode code = status == 500 ? ErrorCode::Internal : error.code;
    QJsonObject members = more;
    if (!error.field.isEmpty())
        members.insert(u"errors"_s, wrongFields(error));
    return withHints(problem(status, sentenceFor(error, status), code, members), error);
}

void identifyProblem(HttpAnswer &answer, const HttpRequest &request)
{
    if (answer.contentType != problemType)
        return;
    QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    json.insert(u"instance"_s, QString::fromLatin1(request.path));
    json.insert(u"request_id"_s, QString::fromLatin1(request.id));
    answer.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool isOurs(const QByteArray &path)
{
    return path.startsWith("/api/");
}

HttpAnswer refusalAnswer(const HttpRequest &request, int status, const QString &sentence)
{
    if (!isOurs(request.path))
        return detailAnswer(status, sentence);
    const auto *const row = std::find_if(
        refusals.begin(), refusals.end(), [status](const auto &r) { return r.first == status; });
    return problem(
        status, sentence, row == refusals.end() ? ErrorCode::InvalidRequest : row->second);
}

} // namespace createzoom
