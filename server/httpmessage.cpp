// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpmessage.h"

#include "server/answerstream.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::array reasons{
    std::pair{200, "OK"},
    std::pair{201, "Created"},
    std::pair{202, "Accepted"},
    std::pair{204, "No Content"},
    std::pair{206, "Partial Content"},
    std::pair{304, "Not Modified"},
    std::pair{400, "Bad Request"},
    std::pair{401, "Unauthorized"},
    std::pair{403, "Forbidden"},
    std::pair{404, "Not Found"},
    std::pair{405, "Method Not Allowed"},
    std::pair{408, "Request Timeout"},
    std::pair{409, "Conflict"},
    std::pair{411, "Length Required"},
    std::pair{413, "Content Too Large"},
    std::pair{414, "URI Too Long"},
    std::pair{415, "Unsupported Media Type"},
    std::pair{416, "Range Not Satisfiable"},
    std::pair{417, "Expectation Failed"},
    std::pair{421, "Misdirected Request"},
    std::pair{422, "Unprocessable Content"},
    std::pair{429, "Too Many Requests"},
    std::pair{431, "Request Header Fields Too Large"},
    std::pair{500, "Internal Server Error"},
    std::pair{501, "Not Implemented"},
    std::pair{502, "Bad Gateway"},
    std::pair{503, "Service Unavailable"},
    std::pair{505, "HTTP Version Not Supported"},
    std::pair{507, "Insufficient Storage"},
};

bool hasBody(int status)
{
    constexpr int noContent = 204;
    constexpr int notModified = 304;
    return status != noContent && status != notModified;
}

std::optional<qint64> bodyLength(const HttpAnswer &answer)
{
    return answer.stream ? answer.stream->length() : answer.body.size();
}

void appendField(QByteArray &wire, QByteArrayView name, QByteArrayView value)
{
    wire.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

QByteArray HttpRequest::field(QByteArrayView name) const
{
    for (const HttpField &entry : fields) {
        if (entry.name.compare(name, Qt::CaseInsensitive) == 0)
            return entry.value;
    }
    return {};
}

QByteArray HttpRequest::bearer() const
{
    const QByteArray value = field("authorization");
    const QByteArrayView scheme("bearer ");
    if (value.size() <= scheme.size()
        || value.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    const QByteArray token = value.sliced(scheme.size()).trimmed();
    const bool isVisible
        = std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    return isVisible ? token : QByteArray();
}

bool HttpAnswer::hasField(QByteArrayView name) const
{
    return std::any_of(fields.begin(), fields.end(), [name](const HttpField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

HttpAnswer detailAnswer(int status, const QString &detail)
{
    const QJsonObject json{{u"detail"_s, detail}};
    return {.status = status, .body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

QByteArray reasonPhrase(int status)
{
    const auto *const row = std::find_if(
        reasons.begin(), reasons.end(), [status](const auto &r) { return r.first == status; });
    return row == reasons.end() ? QByteArray("Status") : QByteArray(row->second);
}

QByteArray wireForm(const HttpAnswer &answer)
{
    QByteArray wire;
    wire.reserve(answer.body.size() + 512);
    wire.append("HTTP/1.1 ").append(QByteArray::number(answer.status)).append(' ');
    wire.append(reasonPhrase(answer.status)).append("\r\n");
    if (hasBody(answer.status)) {
        appendField(wire, "Content-Type", answer.contentType);
        if (const std::optional<qint64> length = bodyLength(answer))
            appendField(wire, "Content-Length", QByteArray::number(*length));
    }
    for (const HttpField &field : answer.fields)
        appendField(wire, field.name, field.value);
    wire.append("\r\n");
    if (hasBody(answer.status) && !answer.stream)
        wire.append(answer.body);
    return wire;
}

QByteArray withoutBody(const QByteArray &wire)
{
    const qsizetype end = wire.indexOf("\r\n\r\n");
    return end < 0 ? wire : wire.left(end + 4);
}

QByteArray withConnectionClose(const QByteArray &wire)
{
    QByteArray closing = wire;
    return closing.insert(wire.indexOf("\r\n") + 2, "Connection: close\r\n");
}

} // namespace createzoom
