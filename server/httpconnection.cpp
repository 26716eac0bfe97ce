// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpconnection.h"

#include "server/problem.h"
#include "server/relaysocket.h"
#include "server/routes.h"

#include <QHostAddress>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr Refusal tooBusy{503, "Too many requests at once: try again"};

constexpr qint64 readChunk = 16LL * 1024;
/// Then others get their turn.
constexpr int requestsInARow = 64;
/// Of a refused body; a client that sends more without reading our answer is cut off.
constexpr qint64 maxDiscarded = 8LL * 1024 * 1024;

/// Fields between us and the client, which are none of QHttpServer's business: it would answer
/// "Expect" again and upgrade connections.
constexpr std::array hopFields{QByteArrayView("connection"),
                               QByteArrayView("content-length"),
                               QByteArrayView("expect"),
                               QByteArrayView("keep-alive"),
                               QByteArrayView("te"),
                               QByteArrayView("trailer"),
                               QByteArrayView("upgrade")};

bool isHopField(const QByteArray &name)
{
    return std::any_of(hopFields.begin(), hopFields.end(), [&name](QByteArrayView hop) {
        return name.compare(hop, Qt::CaseInsensitive) == 0;
    });
}

/// Written anew, so that QHttpServer and we cannot read it differently.
QByteArray canonicalForm(const HttpRequest &request)
{
    QByteArray text;
    text.reserve(request.body.size() + 1024);
    text.append(request.method == "HEAD" ? QByteArray("GET") : request.method)
        .append(' ')
        .append(request.path);
    if (!request.query.isEmpty())
        text.append('?').append(request.query);
    text.append(" HTTP/1.1\r\n");
    for (const HttpField &field : request.fields) {
        if (!isHopField(field.name))
            text.append(field.name).append(": ").append(field.value).append("\r\n");
    }
    if (!request.body.isEmpty())
        text.append("Content-Length: ")
            .append(QByteArray::number(request.body.size()))
            .append("\r\n");
    return text.append("\r\n").append(request.body);
}

} // namespace

HttpConnection::HttpConnection(quint64 id,
                               std::unique_ptr<QTcpSocket> socket,
                               RelaySocket *relay,
                               Host &host)
    : m_id(id)
    , m_host(host)
    , m_socket(std::move(socket))
    , m_relay(relay)
    , m_framer(host.limits())
    , m_deadline(host.limits().headerTime) // a client that connects has something to say
{
    m_socket->setReadBufferSize(4 * readChunk);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpConnection::receive);
    if (auto *const secured = qobject_cast<QSslSocket *>(m_socket.get()))
        connect(secured, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::written);
    else
        connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &HttpConnection::written);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, [this] {
        releaseBody();
        m_host.ended(m_id);
    });
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this); // the host may be gone: nothing here calls it
    if (m_relay)
        m_relay->end();
}

bool HttpConnection::isIdle() const
{
    return m_phase == Phase::Receiving && m_framer.state() == RequestFramer::State::Empty
        && m_inputUsed == m_input.size() && unsent() == 0 && m_socket->bytesAvailable() == 0;
}

bool HttpConnection::isHesitant() const
{
    const RequestFramer::State state = m_framer.state();
    const bool hasNotAsked = state == RequestFramer::State::Head
        || (state == RequestFramer::State::Empty && !m_hasAnswered);
    const HttpLimits &limits = m_host.limits();
    return m_phase == Phase::Receiving && hasNotAsked
        && m_deadline.remainingTimeAsDuration() < limits.headerTime - limits.askTime;
}

bool HttpConnection::canReceive() const
{
    return m_phase == Phase::Receiving && unsent() <= m_host.limits().unsentBytes;
}

void HttpConnection::receive()
{
    if (m_phase == Phase::Lingering)
        return discard();
    for (int i = 0; i < requestsInARow && canReceive(); ++i) {
        if (!receiveRequest())
            return;
    }
    if (canReceive())
        QMetaObject::invokeMethod(this, &HttpConnection::receive, Qt::QueuedConnection);
}

/// One request, from reading to its answer; false when it is not all here, or refused.
bool HttpConnection::receiveRequest()
{
    while (fillInput()) {
        m_inputUsed += m_framer.feed(QByteArrayView(m_input).sliced(m_inputUsed));
        startTiming();
        switch (m_framer.state()) {
        case RequestFramer::State::Refused:
            refuse(m_framer.refusal());
            return false;
        case RequestFramer::State::Complete:
            serve(m_framer.take());
            return true;
        case RequestFramer::State::Body:
            if (!beginBody())
                return false;
            break;
        case RequestFramer::State::Empty:
        case RequestFramer::State::Head:
            break;
        }
    }
    return false;
}

bool HttpConnection::fillInput()
{
    if (m_inputUsed < m_input.size())
        return true;
    m_inputUsed = 0;
    m_input = m_socket->bytesAvailable() > 0 ? m_socket->read(readChunk) : QByteArray();
    return !m_input.isEmpty();
}

bool HttpConnection::beginBody()
{
    if (m_reservedBody > 0)
        return true;
    if (!m_host.reserveBody(m_framer.head().bodyLength)) {
        refuse(tooBusy);
        return false;
    }
    m_reservedBody = m_framer.head().bodyLength;
    if (m_framer.head().expectsContinue)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

/// The clock of a phase starts when the phase does, whatever trickles in later.
void HttpConnection::startTiming()
{
    const RequestFramer::State state = m_framer.state();
    if (state == m_timedState)
        return;
    m_timedState = state;
    if (state == RequestFramer::State::Head)
        m_deadline.setRemainingTime(m_host.limits().headerTime);
    else if (state == RequestFramer::State::Body)
        m_deadline.setRemainingTime(m_host.limits().bodyTime);
}

void HttpConnection::serve(const HttpRequest &request)
{
    m_isHead = request.method == "HEAD";
    m_closesAfter = !request.keepsAlive;
    const Router::Target target = m_host.router().target(request);
    if (!target.isRoute)
        return send(wireForm(m_host.router().answer(request)));
    if (target.place == Place::Server)
        return send(relayed(request));
    if (!m_host.detach(m_id, request))
        return refuse(tooBusy);
    m_reservedBody = 0;
    m_phase = Phase::Answering;
}

QByteArray HttpConnection::relayed(const HttpRequest &request)
{
    QByteArray answer = m_relay ? m_relay->exchange(canonicalForm(request)) : QByteArray();
    if (!answer.isEmpty())
        return answer;
    m_closesAfter = true;
    return wireForm(
        m_host.router().finished(refusalAnswer(request, 500, u"Internal Server Error"_s), request));
}

void HttpConnection::deliver(const HttpAnswer &answer)
{
    if (m_phase != Phase::Answering)
        return;
    send(wireForm(answer));
    receive(); // what was pipelined meanwhile
}

void HttpConnection::send(QByteArray wire)
{
    releaseBody();
    if (m_isHead)
        wire = withoutBody(wire);
    const bool closes = m_closesAfter || m_host.isDraining();
    if (closes)
        wire = withConnectionClose(wire);
    if (unsent() == 0) {
        m_writeDeadline.setRemainingTime(m_host.limits().writeStall);
        m_written = 0;
    }
    m_socket->write(wire);
    m_hasAnswered = true;
    m_phase = Phase::Receiving;
    m_timedState = RequestFramer::State::Empty;
    m_deadline.setRemainingTime(m_host.limits().idleTime);
    if (closes)
        close();
}

void HttpConnection::refuse(const Refusal &refusal)
{
    const HttpRequest &request = m_framer.head().request;
    HttpAnswer answer = refusalAnswer(request, refusal.status, QString::fromLatin1(refusal.detail));
    if (refusal.status == 503)
        answer.fields.append(HttpField{"Retry-After", "1"});
    releaseBody();
    m_phase = Phase::Lingering;
    m_deadline.setRemainingTime(m_host.limits().lingerTime);
    m_socket->write(withConnectionClose(wireForm(m_host.router().finished(answer, request))));
    discard();
}

void HttpConnection::discard()
{
    m_input.clear();
    m_inputUsed = 0;
    while (m_socket->bytesAvailable() > 0 && m_discarded <= maxDiscarded)
        m_discarded += m_socket->read(readChunk).size();
    if (m_discarded > maxDiscarded)
        QMetaObject::invokeMethod(this, &HttpConnection::abort, Qt::QueuedConnection);
}

void HttpConnection::written(qint64 bytes)
{
    m_written += bytes;
    if (canReceive() && (m_inputUsed < m_input.size() || m_socket->bytesAvailable() > 0))
        receive();
}

QHostAddress HttpConnection::peerAddress() const
{
    return m_socket->peerAddress();
}

/// A secured socket encrypts at once whatever it is given, and keeps that.
qint64 HttpConnection::unsent() const
{
    const auto *const secured = qobject_cast<const QSslSocket *>(m_socket.get());
    return m_socket->bytesToWrite() + (secured != nullptr ? secured->encryptedBytesToWrite() : 0);
}

bool HttpConnection::isStalled()
{
    if (unsent() == 0 || !m_writeDeadline.hasExpired())
        return false;
    m_writeDeadline.setRemainingTime(m_host.limits().writeStall);
    return std::exchange(m_written, 0) < m_host.limits().writeMinimum;
}

void HttpConnection::checkTime()
{
    if (isStalled())
        return abort();
    if (!m_deadline.hasExpired() || m_phase == Phase::Answering)
        return;
    if (m_phase == Phase::Lingering)
        return unsent() > 0 ? abort() : close();
    if (m_phase == Phase::Closing || unsent() > 0)
        return; // the write deadline counts
    if (m_framer.state() == RequestFramer::State::Empty)
        return close();
    refuse({408, "The request was not completed in time"});
}

void HttpConnection::close()
{
    m_phase = Phase::Closing;
    m_socket->disconnectFromHost(); // after what is left to send
}

void HttpConnection::abort()
{
    m_phase = Phase::Closing;
    m_socket->abort();
}

void HttpConnection::releaseBody()
{
    m_host.releaseBody(std::exchange(m_reservedBody, 0));
}

} // namespace createzoom
