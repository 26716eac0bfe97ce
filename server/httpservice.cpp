// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpservice.h"

#include "core/base/logging.h"
#include "server/connectionguard.h"
#include "server/qhttpcompat.h"
#include "server/serverthread.h"
#include "server/tlsfiles.h"
#include "server/workqueue.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QHttpServer>

#include <chrono>
#include <future>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Submits wait for the disk together: a store that commits in groups needs several at once.
constexpr int storeThreads = 8;
/// Waiting for the identity service must not hold up submits.
constexpr int networkThreads = 4;

struct Endpoint
{
    QHostAddress address{};
    quint16 port = 0;
};

Error badEndpoint(const QString &listen)
{
    return {ErrorCode::Usage, u"\"%1\" is not an address to listen at: host:port"_s.arg(listen)};
}

QHostAddress addressOf(const QString &host)
{
    if (host == u"localhost")
        return QHostAddress::LocalHost;
    if (host == u"*")
        return QHostAddress::Any;
    const QHostAddress literal(host);
    if (!literal.isNull())
        return literal;
    const QList<QHostAddress> found = QHostInfo::fromName(host).addresses();
    return found.isEmpty() ? QHostAddress() : found.first();
}

Result<Endpoint> parseEndpoint(const QString &listen)
{
    const qsizetype colon = listen.lastIndexOf(u':');
    bool isNumber = false;
    const quint16 port = colon < 0 ? 0 : QStringView(listen).sliced(colon + 1).toUShort(&isNumber);
    if (colon < 1 || !isNumber)
        return badEndpoint(listen);
    QString host = listen.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    const QHostAddress address = addressOf(host);
    if (address.isNull())
        return badEndpoint(listen);
    return Endpoint{address, port};
}

QUrl urlOf(const QTcpServer &server, bool isTls)
{
    QUrl url;
    url.setScheme(isTls ? u"https"_s : u"http"_s);
    url.setHost(server.serverAddress().toString());
    url.setPort(server.serverPort());
    return url;
}

class WorkPools : public WorkThreads
{
public:
    void start(Place place, std::function<void()> job) override
    {
        (place == Place::Network ? m_network : m_store).start(std::move(job));
    }
    void finish()
    {
        m_store.finish();
        m_network.finish();
    }

private:
    WorkQueue m_store{storeThreads};
    WorkQueue m_network{networkThreads};
};

} // namespace

class HttpService::Backend
{
public:
    Backend(Router router, HttpDoor door)
        : m_door(std::move(door))
        , m_router(std::move(router))
    {}

    Result<QUrl> start(const QString &listen)
    {
        const Result<Endpoint> endpoint = parseEndpoint(listen);
        if (!endpoint)
            return endpoint.error();
        m_thread.start();
        Result<QUrl> url = badEndpoint(listen);
        m_thread.call([&] { url = open(*endpoint, listen); });
        if (!url)
            end();
        return url;
    }

    void stop()
    {
        if (!m_thread.isRunning())
            return;
        std::promise<void> drained;
        m_thread.call([&] { m_guard->drain([&drained] { drained.set_value(); }); });
        if (drained.get_future().wait_for(m_door.limits.drainTime) != std::future_status::ready)
            qCInfo(lcServer, "Requests that were still running at the end were cut off");
        m_thread.call([this] { m_guard->forgetDrain(); });
        end();
    }

    bool answersWithin(std::chrono::milliseconds time) { return m_thread.answersWithin(time); }

private:
    /// On the server's thread: everything it makes lives there.
    Result<QUrl> open(const Endpoint &endpoint, const QString &listen)
    {
        std::optional<TlsFiles> tls;
        if (!m_door.tlsCertificate.isEmpty()) {
            Result<TlsFiles> files = TlsFiles::open(m_door.tlsCertificate, m_door.tlsKey);
            if (!files)
                return files.error();
            tls = std::move(*files);
        }
        auto guard = std::make_unique<ConnectionGuard>(m_router, m_door, std::move(tls), m_work);
        if (!guard->listen(endpoint.address, endpoint.port)) {
            const bool isTaken = guard->serverError() == QAbstractSocket::AddressInUseError;
            const QString reason
                = isTaken ? u"the address is in use already"_s : guard->errorString();
            return Error{isTaken ? ErrorCode::Conflict : ErrorCode::Usage,
                         u"Cannot listen at %1: %2"_s.arg(listen, reason)};
        }
        m_server = std::make_unique<QHttpServer>();
        handleAllRequests(*m_server,
                          [this](const HttpRequest &request) { return m_router.answer(request); });
        m_guard = guard.release();
        if (!bindServer(*m_server, m_guard))
            return Error{ErrorCode::Internal, u"QHttpServer refused its listener"_s};
        return urlOf(*m_guard, !m_door.tlsCertificate.isEmpty());
    }

    /// Work refers to the guard: none can begin any more, then what has begun ends, then the guard
    /// does.
    void end()
    {
        m_thread.call([this] {
            if (m_guard != nullptr)
                m_guard->abortAll();
        });
        m_work.finish();
        m_thread.call([this] {
            m_server.reset();
            m_guard = nullptr; // was the server's child
        });
        m_thread.stop();
    }

    const HttpDoor m_door;
    const Router m_router;
    WorkPools m_work{};
    ServerThread m_thread{};
    std::unique_ptr<QHttpServer> m_server{};
    ConnectionGuard *m_guard = nullptr;
};

HttpService::HttpService(Router router, HttpDoor door)
    : m_backend(std::make_unique<Backend>(std::move(router), std::move(door)))
{}

HttpService::~HttpService()
{
    stop();
}

Result<QUrl> HttpService::start(const QString &listen)
{
    return m_backend->start(listen);
}

void HttpService::stop()
{
    m_backend->stop();
}

bool HttpService::answersWithin(std::chrono::milliseconds time)
{
    return m_backend->answersWithin(time);
}

} // namespace createzoom
