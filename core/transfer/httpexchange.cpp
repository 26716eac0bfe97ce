// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/httpexchange.h"

#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::chrono::milliseconds watchInterval{100};
constexpr qint64 receivedChunk = qint64(256) << 10;
constexpr qint64 maxRefusalBody = qint64(64) << 10;
/// The store answers an upload once all is on its disks: more patience than between two bytes.
constexpr int answerPatience = 4;

struct FailureRow
{
    QNetworkReply::NetworkError error;
    const char *sentence;
};

constexpr std::array failureTable{
    FailureRow{QNetworkReply::ConnectionRefusedError, "the server refuses connections"},
    FailureRow{QNetworkReply::RemoteHostClosedError, "the connection was cut"},
    FailureRow{QNetworkReply::HostNotFoundError, "the server's name is not known"},
    FailureRow{QNetworkReply::TimeoutError, "the server cannot be reached"},
    FailureRow{QNetworkReply::SslHandshakeFailedError, "the server's certificate was not accepted"},
    FailureRow{QNetworkReply::TemporaryNetworkFailureError, "the network is down"},
    FailureRow{QNetworkReply::ProxyConnectionRefusedError, "the proxy refuses connections"},
    FailureRow{QNetworkReply::ProxyConnectionClosedError, "the proxy cut the connection"},
    FailureRow{QNetworkReply::ProxyNotFoundError, "the proxy's name is not known"},
    FailureRow{QNetworkReply::ProxyAuthenticationRequiredError, "the proxy asks for a password"},
};

Error networkError(const char *sentence, int number = 0)
{
    // Not QNetworkReply's own text: it repeats the whole URL, and a presigned one is a secret.
    return {ErrorCode::Network,
            QString::fromLatin1(sentence),
            number == 0 ? QString() : u"QNetworkReply error %1"_s.arg(number)};
}

Error failureOf(QNetworkReply::NetworkError error)
{
    const auto *const row = std::find_if(failureTable.begin(),
                                         failureTable.end(),
                                         [error](const FailureRow &r) { return r.error == error; });
    return networkError(row == failureTable.end() ? "the network failed" : row->sentence, error);
}

} // namespace

HttpExchange::HttpExchange(QNetworkReply &reply,
                           const HttpExchangePlan &plan,
                           const StepControl &control)
    : m_reply(reply)
    , m_plan(plan)
    , m_control(control)
    , m_silence(plan.stallTimeout)
    , m_rateWindow(plan.stallTimeout)
{
    m_reply.setReadBufferSize(receivedChunk);
}

Result<HttpReply> HttpExchange::wait()
{
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &m_loop, [this] { watch(); });
    QObject::connect(&m_reply, &QNetworkReply::metaDataChanged, &m_loop, [this] { noteHead(); });
    QObject::connect(&m_reply, &QNetworkReply::readyRead, &m_loop, [this] { drain(); });
    QObject::connect(&m_reply,
                     &QNetworkReply::uploadProgress,
                     &m_loop,
                     [this](qint64 sent, qint64) { noteSent(sent); });
    QObject::connect(&m_reply, &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    timer.start(watchInterval);
    watch(); // a stop requested before the start
    if (!m_reply.isFinished())
        m_loop.exec();

    readHead();
    drain();
    if (m_failure)
        return *m_failure;
    if (const std::optional<Error> missing = incompleteness())
        return *missing;
    return m_head;
}

void HttpExchange::noteHead()
{
    // Qt asks again by itself when a connection is cut in the midst of a body, and would put the
    // second answer behind the part of the first that was already read.
    if (m_head.status != 0)
        fail(networkError("the connection was cut"));
    readHead();
}

void HttpExchange::readHead()
{
    if (m_head.status != 0)
        return;
    m_head.status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : m_reply.rawHeaderPairs())
        m_head.headers.insert(name.toLower(), value);
    if (m_failure || !m_plan.receiver || !m_head.isSuccess())
        return;
    m_begun = true;
    if (const Result<void> begun = m_plan.receiver->begin(m_head); !begun)
        fail(begun.error());
}

void HttpExchange::drain()
{
    readHead();
    while (!m_failure && m_reply.isOpen() && m_reply.bytesAvailable() > 0) {
        const QByteArray bytes = m_reply.read(receivedChunk);
        if (bytes.isEmpty())
            return;
        m_received += bytes.size();
        takeBody(bytes);
        noteMoved(bytes.size());
    }
}

void HttpExchange::takeBody(const QByteArray &bytes)
{
    if (m_begun) {
        if (const Result<void> taken = m_plan.receiver->take(bytes); !taken)
            fail(taken.error());
        return;
    }
    const qint64 room = (m_head.isSuccess() ? m_plan.maxBody : maxRefusalBody) - m_head.body.size();
    m_head.body += bytes.first(std::min<qint64>(room, bytes.size()));
    if (bytes.size() <= room)
        return;
    if (m_head.isSuccess())
        return fail({ErrorCode::RemoteFailure, u"the server's answer is too long"_s});
    m_reply.abort(); // the start of a refusal is enough
}

void HttpExchange::noteSent(qint64 bytes)
{
    const qint64 more = bytes - m_sent;
    m_sent = bytes;
    if (more <= 0)
        return;
    noteMoved(more);
    if (m_plan.sent)
        m_plan.sent(bytes);
}

void HttpExchange::noteMoved(qint64 bytes)
{
    const bool isAnswerAwaited = m_plan.bytesToSend > 0 && m_sent >= m_plan.bytesToSend;
    m_silence.setRemainingTime(m_plan.stallTimeout * (isAnswerAwaited ? answerPatience : 1));
    m_movedInWindow += bytes;
}

void HttpExchange::watch()
{
    if (m_failure)
        return;
    if (m_control.stopRequested())
        return fail(cancelledError());
    if (m_plan.operationDeadline.hasExpired())
        return fail({ErrorCode::Timeout, u"it took longer than its limit"_s});
    if (m_plan.callDeadline.hasExpired())
        return fail(networkError("the server did not answer in time"));
    if (m_silence.hasExpired())
        return fail(networkError("the transfer stalled"));
    if (!m_rateWindow.hasExpired())
        return;
    const bool isAnswerAwaited = m_plan.bytesToSend > 0 && m_sent >= m_plan.bytesToSend;
    const qint64 wanted = m_plan.minimumRate * m_plan.stallTimeout.count() / 1000;
    if (!isAnswerAwaited && m_movedInWindow < wanted)
        return fail(networkError("the transfer is too slow"));
    m_movedInWindow = 0;
    m_rateWindow.setRemainingTime(m_plan.stallTimeout);
}

void HttpExchange::fail(const Error &error)
{
    if (m_failure)
        return;
    m_failure = error;
    m_reply.abort(); // emits finished()
}

std::optional<Error> HttpExchange::incompleteness() const
{
    // A refusal's status says more than that its body was cut.
    if (m_head.status >= 300)
        return std::nullopt;
    if (m_reply.error() != QNetworkReply::NoError)
        return failureOf(m_reply.error());
    if (m_head.status == 0)
        return networkError("the server gave no answer");
    // Qt does not always notice that a body is shorter than announced.
    bool isTold = false;
    const qint64 announced = m_head.header("content-length"_ba).toLongLong(&isTold);
    if (isTold && m_received != announced)
        return networkError("the connection was cut");
    return std::nullopt;
}

} // namespace createzoom
