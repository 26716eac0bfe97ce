// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/qhttpcompat.h"

#include <QHttpServer>
#include <QTcpServer>
#include <QUrl>

#include <array>
#include <utility>

namespace createzoom {

namespace {

using Method = QHttpServerRequest::Method;
constexpr std::array methods{
    std::pair{Method::Get, "GET"},
    std::pair{Method::Post, "POST"},
    std::pair{Method::Put, "PUT"},
    std::pair{Method::Patch, "PATCH"},
    std::pair{Method::Delete, "DELETE"},
};

QByteArray methodName(Method wanted)
{
    for (const auto &[method, name] : methods) {
        if (method == wanted)
            return name;
    }
    return {};
}

QList<HttpField> fieldsOf(const QHttpServerRequest &request)
{
    QList<HttpField> fields;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    for (const auto &[name, value] : request.headers().toListOfPairs())
        fields.append(HttpField{name, value});
#else
    for (const auto &[name, value] : request.headers())
        fields.append(HttpField{name, value});
#endif
    return fields;
}

HttpRequest toRequest(const QHttpServerRequest &request)
{
    const QUrl url = request.url();
    return {.method = methodName(request.method()),
            .path = url.path(QUrl::FullyEncoded).toLatin1(),
            .query = url.query(QUrl::FullyEncoded).toLatin1(),
            .fields = fieldsOf(request),
            .body = request.body()};
}

QHttpServerResponse toResponse(const HttpAnswer &answer)
{
    QHttpServerResponse response(
        answer.contentType, answer.body, QHttpServerResponse::StatusCode(answer.status));
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers = response.headers();
    for (const HttpField &field : answer.fields)
        headers.append(field.name, field.value);
    response.setHeaders(std::move(headers));
#else
    for (const HttpField &field : answer.fields)
        response.addHeader(field.name, field.value);
#endif
    return response;
}

} // namespace

void handleAllRequests(QHttpServer &server, const RequestHandler &handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(
        &server, [handler](const QHttpServerRequest &request, QHttpServerResponder &responder) {
            responder.sendResponse(toResponse(handler(toRequest(request))));
        });
#else
    server.setMissingHandler(
        [handler](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            toResponse(handler(toRequest(request))).write(std::move(responder));
        });
#endif
}

bool bindServer(QHttpServer &server, QTcpServer *listener)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return server.bind(listener);
#else
    server.bind(listener);
    return true;
#endif
}

} // namespace createzoom
