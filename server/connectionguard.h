// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clientseats.h"
#include "server/gathering.h"
#include "server/httpconnection.h"
#include "server/httpdoor.h"
#include "server/routes.h"
#include "server/tlsfiles.h"

#include <QDeadlineTimer>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace createzoom {

/// The threads for all work that waits. start() is called on the server's thread only.
class WorkThreads
{
public:
    WorkThreads() = default;
    virtual ~WorkThreads() = default;
    WorkThreads(const WorkThreads &) = delete;
    WorkThreads &operator=(const WorkThreads &) = delete;

    virtual void start(Place place, std::function<void()> job) = 0;
};

/// The door in front of QHttpServer, which has no limits of its own: accepts clients, keeps their
/// sockets to itself and gives QHttpServer a RelaySocket for each. A child of the QHttpServer;
/// server thread. The router and the threads must outlive it, and all work must have ended before
/// it is destroyed.
class ConnectionGuard : public QTcpServer, private HttpConnection::Host
{
    Q_OBJECT

public:
    /// `tls`: none for plain HTTP.
    ConnectionGuard(const Router &router,
                    const HttpDoor &door,
                    std::optional<TlsFiles> tls,
                    WorkThreads &threads);
    ~ConnectionGuard() override;
    ConnectionGuard(const ConnectionGuard &) = delete;
    ConnectionGuard &operator=(const ConnectionGuard &) = delete;

    qsizetype connectionCount() const { return qsizetype(m_connections.size()); }
    /// Accepts nobody any more, lets what was begun be answered; then `drained` is called, once.
    void drain(std::function<void()> drained);
    void forgetDrain() { m_drained = nullptr; }
    void abortAll();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    const HttpLimits &limits() const override { return m_limits; }
    const Router &router() const override { return m_router; }
    bool isDraining() const override { return m_isDraining; }
    bool reserveBody(qint64 bytes) override;
    void releaseBody(qint64 bytes) override { m_bodyBytes -= bytes; }
    bool reserveStream() override;
    void releaseStream() override { --m_streams; }
    bool run(quint64 connectionId,
             Place place,
             qint64 bodyBytes,
             std::function<Continuation()> work) override;
    bool answerTogether(quint64 connectionId,
                        qint64 bodyBytes,
                        const Route &route,
                        const HttpRequest &request) override;
    std::function<void()> waker(quint64 connectionId) override;
    void ended(quint64 connectionId) override;
    std::unique_ptr<ClientSeat> seatFor(const QTcpSocket &peer,
                                        const HttpRequest &request) override;

    /// On its way back from a thread.
    struct Finished
    {
        quint64 connectionId = 0;
        qint64 bodyBytes = 0;
        bool isWork = true; ///< false: a mere wake-up
        Continuation continuation{};
    };
    bool reserveWork(qint64 bodyBytes);
    void answer(const Route &route, Gathering &gathering);
    void finish(std::vector<Finished> finished);
    Q_INVOKABLE void goOn();
    void checkDrained();
    std::unique_ptr<QTcpSocket> socketFor(qintptr descriptor);
    bool makeRoom();
    void sweep();
    QList<HttpConnection *> snapshot() const;

    struct LaterDeleted
    {
        void operator()(HttpConnection *connection) const { connection->deleteLater(); }
    };
    using ConnectionPointer = std::unique_ptr<HttpConnection, LaterDeleted>;

    const Router &m_router;
    const HttpLimits m_limits;
    ClientSeats m_seats; ///< before m_connections, which have some
    std::optional<TlsFiles> m_tls;
    WorkThreads &m_threads;
    std::map<quint64, ConnectionPointer> m_connections{};
    quint64 m_lastId = 0;
    qsizetype m_mostConnections = 0; ///< at a time, since the last crowd left
    qint64 m_bodyBytes = 0;
    int m_detached = 0;
    std::map<const Route *, Gathering> m_gatherings{}; ///< filled as their routes are asked for
    qsizetype m_streams = 0;
    QDeadlineTimer m_lookAgain{}; ///< makeRoom() found none: until then there is none
    bool m_isDraining = false;
    std::function<void()> m_drained{};
    std::mutex m_finishedMutex{}; ///< guards m_finished
    std::vector<Finished> m_finished{};
    QTimer m_sweeper{};
    QTimer m_deafness{}; ///< runs while no client can be accepted
};

} // namespace createzoom
