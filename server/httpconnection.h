// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpframing.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>

#include <memory>

class QHostAddress;
class QTcpSocket;

namespace createzoom {

class RelaySocket;
class Router;

/// One client: reads its socket, has the requests framed and judged, has them answered one after
/// the other, and keeps every limit of time and size. Owned by ConnectionGuard; server thread.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /// What a connection needs of the world: the guard.
    class Host
    {
    public:
        Host() = default;
        virtual ~Host() = default;
        Host(const Host &) = delete;
        Host &operator=(const Host &) = delete;

        virtual const HttpLimits &limits() const = 0;
        virtual const Router &router() const = 0;
        virtual bool isDraining() const = 0;
        /// From the budget of bodies in flight; false when it is spent.
        virtual bool reserveBody(qint64 bytes) = 0;
        virtual void releaseBody(qint64 bytes) = 0;
        /// Has the request answered on another thread; deliver() follows unless the client has
        /// left. Takes over the body's reservation, which lasts as long as the body. False when too
        /// many wait already.
        virtual bool detach(quint64 connectionId, const HttpRequest &request) = 0;
        virtual void ended(quint64 connectionId) = 0;
    };

    HttpConnection(quint64 id, std::unique_ptr<QTcpSocket> socket, RelaySocket *relay, Host &host);
    ~HttpConnection() override;
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    /// Between two requests, with nothing left to send: may be closed to make room, or at a drain.
    bool isIdle() const;
    /// The same after at least one answer: its client has got something, and expects such an end.
    bool isKeptAlive() const { return m_hasAnswered && isIdle(); }
    /// Silent, or amid the head of a request, for longer than a client should need.
    bool isHesitant() const;
    const QDeadlineTimer &deadline() const { return m_deadline; }
    QHostAddress peerAddress() const;
    /// Its client was told to go.
    bool isRefused() const { return m_phase == Phase::Lingering; }

    void deliver(const HttpAnswer &answer);
    /// Answers, lets the client read it, closes.
    void refuse(const Refusal &refusal);
    /// Acts on limits of time that have passed. Called now and then by the guard.
    void checkTime();
    void close();
    void abort();

private:
    enum class Phase {
        Receiving,
        Answering, ///< a detached request is being answered
        Lingering, ///< refused; what still arrives is thrown away
        Closing,
    };

    void receive();
    bool receiveRequest();
    bool fillInput();
    bool beginBody();
    bool canReceive() const;
    void serve(const HttpRequest &request);
    QByteArray relayed(const HttpRequest &request);
    void send(QByteArray wire);
    void startTiming();
    void discard();
    void releaseBody();
    void written(qint64 bytes);
    qint64 unsent() const;
    bool isStalled();

    const quint64 m_id;
    Host &m_host;
    std::unique_ptr<QTcpSocket> m_socket;
    QPointer<RelaySocket> m_relay;
    RequestFramer m_framer;
    RequestFramer::State m_timedState = RequestFramer::State::Empty;
    Phase m_phase = Phase::Receiving;
    QByteArray m_input{}; ///< read from the socket, not yet framed
    qsizetype m_inputUsed = 0;
    qint64 m_reservedBody = 0;
    qint64 m_discarded = 0;
    bool m_hasAnswered = false;
    bool m_isHead = false;
    bool m_closesAfter = false;
    QDeadlineTimer m_deadline;
    QDeadlineTimer m_writeDeadline{QDeadlineTimer::Forever};
    qint64 m_written = 0; ///< since that deadline was set
};

} // namespace createzoom
