// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/stepcontrol.h"
#include "core/transfer/httpexchange.h"
#include "core/transfer/transferlimits.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>

#include <functional>
#include <memory>
#include <utility>

class QFile;
class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace createzoom {

struct OutgoingRequest
{
    QByteArray verb = QByteArrayLiteral("GET");
    QByteArray url{}; ///< as it was told; raw blanks are encoded, nothing else is touched
    const Secret *bearer = nullptr; ///< not owned; goes to the URL's own origin only
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{}; ///< small; of send(), with verbs other than GET
    bool followsRedirects = true;
    /// An address of the URL's host, found and judged before: it is called by that, whatever its
    /// name leads to a moment later. Empty: by its name.
    QByteArray address{};
};

/// HTTP for worker threads: every call blocks in an event loop of its own. The only owner of a
/// QNetworkAccessManager; lives on the stack of one operation, in the thread that made it.
/// No cookies, no cache, no HTTP/2 (which ignores the limit of the read buffer), no content
/// encodings. Redirects are followed for GET alone, never to a less secure scheme, and without the
/// token to another origin. Errors say what happened ("the connection was cut"); the caller adds to
/// what. They never hold a URL.
class HttpTransfer
{
public:
    HttpTransfer(const TransferLimits &limits, QDeadlineTimer operationDeadline);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    /// A small call: the answer's body is kept.
    Result<HttpReply> send(const OutgoingRequest &request, const StepControl &control);

    /// The body of a success goes to `receiver`, chunk by chunk.
    Result<HttpReply>
    receive(const OutgoingRequest &request, BodyReceiver &receiver, const StepControl &control);

    /// All of `file`, from its start, with Content-Length, by PUT or POST. `sent`: bytes so far.
    Result<HttpReply> sendFile(const OutgoingRequest &request,
                               QFile &file,
                               const std::function<void(qint64)> &sent,
                               const StepControl &control);

private:
    Result<HttpReply> follow(const OutgoingRequest &request,
                             const HttpExchangePlan &plan,
                             const StepControl &control);
    Result<HttpReply> exchange(const OutgoingRequest &request,
                               QFile *body,
                               const HttpExchangePlan &plan,
                               const StepControl &control);

    TransferLimits m_limits{};
    QDeadlineTimer m_operationDeadline{};
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace createzoom
