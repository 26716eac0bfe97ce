// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/httptransfer.h"

#include "core/base/version.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// A listing of 1,000 names of 1 KiB fits.
constexpr qint64 maxAnswer = qint64(16) << 20;
constexpr int maxRedirects = 5;

/// QUrl keeps `%2B %2F %3A` and `//` as they are. It writes unreserved characters plainly and
/// hexadecimals in capitals, which is the form that signatures are computed from.
Result<QUrl> urlOf(const QByteArray &text)
{
    QByteArray encoded = text;
    encoded.replace(' ', "%20");
    const QUrl url = QUrl::fromEncoded(encoded, QUrl::TolerantMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty())
        return Error{ErrorCode::RemoteFailure,
                     u"the server named an address that cannot be used"_s};
    return url;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

/// A header's value must not end the header.
bool isHeaderValue(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

/// The server is told its name still, and its certificate must be for that.
void callByAddress(QNetworkRequest &request, const QString &address)
{
    QUrl url = request.url();
    const QString name = url.host();
    request.setRawHeader("Host"_ba, url.authority(QUrl::FullyEncoded).toLatin1());
    request.setPeerVerifyName(name);
    url.setHost(address);
    request.setUrl(url);
}

Result<QNetworkRequest> networkRequest(const OutgoingRequest &request)
{
    const Result<QUrl> url = urlOf(request.url);
    if (!url)
        return url.error();
    QNetworkRequest result(*url);
    if (!request.address.isEmpty())
        callByAddress(result, QString::fromLatin1(request.address));
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                        QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setRawHeader("User-Agent"_ba, "createzoom/"_ba + programVersion);
    result.setRawHeader("Accept-Encoding"_ba, "identity"_ba);
    for (const auto &[name, value] : request.headers) {
        if (isHeaderValue(value))
            result.setRawHeader(name, value);
    }
    if (request.bearer && !isHeaderValue(request.bearer->expose()))
        return Error{ErrorCode::AuthRequired, u"the token holds characters that no token has"_s};
    if (request.bearer && !request.bearer->isEmpty())
        result.setRawHeader("Authorization"_ba, "Bearer "_ba + request.bearer->expose());
    return result;
}

} // namespace

HttpTransfer::HttpTransfer(const TransferLimits &limits, QDeadlineTimer operationDeadline)
    : m_limits(limits)
    , m_operationDeadline(operationDeadline)
    , m_network(std::make_unique<QNetworkAccessManager>())
{}

HttpTransfer::~HttpTransfer() = default;

Result<HttpReply> HttpTransfer::send(const OutgoingRequest &request, const StepControl &control)
{
    const HttpExchangePlan plan{.stallTimeout = m_limits.stallTimeout,
                                .callDeadline = QDeadlineTimer(m_limits.callTimeout),
                                .operationDeadline = m_operationDeadline,
                                .maxBody = maxAnswer};
    return follow(request, plan, control);
}

Result<HttpReply> HttpTransfer::receive(const OutgoingRequest &request,
                                        BodyReceiver &receiver,
                                        const StepControl &control)
{
    const HttpExchangePlan plan{.stallTimeout = m_limits.stallTimeout,
                                .minimumRate = m_limits.minimumRate,
                                .operationDeadline = m_operationDeadline,
                                .receiver = &receiver};
    return follow(request, plan, control);
}

Result<HttpReply> HttpTransfer::sendFile(const OutgoingRequest &request,
                                         QFile &file,
                                         const std::function<void(qint64)> &sent,
                                         const StepControl &control)
{
    const HttpExchangePlan plan{.stallTimeout = m_limits.stallTimeout,
                                .minimumRate = m_limits.minimumRate,
                                .operationDeadline = m_operationDeadline,
                                .maxBody = maxAnswer,
                                .bytesToSend = file.size(),
                                .sent = sent};
    OutgoingRequest sending = request;
    sending.headers.append({"Content-Type"_ba, "application/octet-stream"_ba});
    file.seek(0);
    return exchange(sending, &file, plan, control);
}

Result<HttpReply> HttpTransfer::follow(const OutgoingRequest &request,
                                       const HttpExchangePlan &plan,
                                       const StepControl &control)
{
    OutgoingRequest next = request;
    for (int hop = 0; hop <= maxRedirects; ++hop) {
        Result<HttpReply> reply = exchange(next, nullptr, plan, control);
        const bool isRedirect = reply && reply->status >= 300 && reply->status < 400;
        if (!isRedirect || !next.followsRedirects || next.verb != "GET"_ba
            || reply->header("location"_ba).isEmpty())
            return reply;
        const Result<QUrl> from = urlOf(next.url);
        if (!from)
            return from.error();
        const QUrl to
            = from->resolved(QUrl::fromEncoded(reply->header("location"_ba).replace(' ', "%20")));
        if (from->scheme() == "https"_L1 && to.scheme() != "https"_L1)
            return Error{ErrorCode::RemoteFailure,
                         u"the server redirects to an insecure address"_s};
        if (!isSameOrigin(*from, to))
            next.bearer = nullptr;
        next.url = to.toEncoded();
    }
    return Error{ErrorCode::RemoteFailure, u"the server redirects in circles"_s};
}

Result<HttpReply> HttpTransfer::exchange(const OutgoingRequest &request,
                                         QFile *body,
                                         const HttpExchangePlan &plan,
                                         const StepControl &control)
{
    const Result<QNetworkRequest> prepared = networkRequest(request);
    if (!prepared)
        return prepared.error();
    // The system's proxy is Qt's default here; what runs on this machine is never asked through it.
    m_network->setProxy(isLoopback(prepared->url()) ? QNetworkProxy::NoProxy
                                                    : QNetworkProxy::DefaultProxy);
    QNetworkRequest outgoing = *prepared;
    std::unique_ptr<QNetworkReply> reply;
    if (body) {
        outgoing.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
        outgoing.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        reply.reset(request.verb == "POST"_ba ? m_network->post(outgoing, body)
                                              : m_network->put(outgoing, body));
    } else if (request.verb == "GET"_ba) {
        reply.reset(m_network->get(outgoing));
    } else {
        if (!outgoing.hasRawHeader("Content-Type"_ba))
            outgoing.setHeader(QNetworkRequest::ContentTypeHeader, "application/octet-stream"_L1);
        reply.reset(m_network->sendCustomRequest(outgoing, request.verb, request.body));
    }
    return HttpExchange(*reply, plan, control).wait();
}

} // namespace createzoom
