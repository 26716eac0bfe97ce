// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/restserver.h"

#include "core/base/logging.h"
#include "server/connectionguard.h"
#include "server/legacyapi.h"
#include "server/qhttpcompat.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QHttpServer>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <chrono>
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
        return QHostAddress(QHostAddress::LocalHost);
    if (host == u"*")
        return QHostAddress(QHostAddress::Any);
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

QUrl urlOf(const QTcpServer &server)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(server.serverAddress().toString());
    url.setPort(server.serverPort());
    return url;
}

class WorkPools : public DetachedWork
{
public:
    WorkPools()
    {
        m_store.setMaxThreadCount(storeThreads);
        m_network.setMaxThreadCount(networkThreads);
        m_store.setExpiryTimeout(-1); // a thread may hold a connection to the store
        m_network.setExpiryTimeout(-1);
    }
    void start(Place place, std::function<void()> job) override
    {
        (place == Place::Network ? m_network : m_store).start(std::move(job));
    }
    /// Drops what has not begun, waits for what has.
    void finish()
    {
        for (QThreadPool *pool : {&m_store, &m_network}) {
            pool->clear();
            pool->waitForDone();
        }
    }

private:
    QThreadPool m_store{};
    QThreadPool m_network{};
};

} // namespace

class RestServer::Backend
{
public:
    Backend(JobService &service, RestServerOptions options)
        : m_limits(options.limits)
        , m_authenticator(std::move(options.admins), options.clock)
        , m_legacy(service,
                   m_authenticator,
                   {.failureWord = options.failureWord, .tokenRequired = options.tokenRequired},
                   options.clock)
        , m_router(m_legacy.routes(), CorsPolicy(options.allowedOrigins))
    {
        m_thread.setObjectName(u"server"_s);
        m_context.moveToThread(&m_thread);
    }

    Result<QUrl> start(const QString &listen)
    {
        const Result<Endpoint> endpoint = parseEndpoint(listen);
        if (!endpoint)
            return endpoint.error();
        m_thread.start();
        Result<QUrl> url = badEndpoint(listen);
        onThread([&] { url = open(*endpoint, listen); });
        if (!url)
            end();
        return url;
    }

    void stop()
    {
        if (!m_thread.isRunning())
            return;
        QSemaphore drained;
        onThread([&] {
            QObject::connect(
                m_guard, &ConnectionGuard::drained, &m_context, [&drained] { drained.release(); });
            m_guard->drain();
        });
        if (!drained.tryAcquire(1, int(m_limits.drainTime.count())))
            qCInfo(lcServer, "Requests that were still running at the end were cut off");
        onThread(
            [this] { QObject::disconnect(m_guard, &ConnectionGuard::drained, nullptr, nullptr); });
        end();
    }

private:
    void onThread(const std::function<void()> &call)
    {
        QMetaObject::invokeMethod(&m_context, call, Qt::BlockingQueuedConnection);
    }

    /// On the server's thread: everything it makes lives there.
    Result<QUrl> open(const Endpoint &endpoint, const QString &listen)
    {
        auto guard = std::make_unique<ConnectionGuard>(m_router, m_limits, m_work);
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
        return urlOf(*m_guard);
    }

    /// Work refers to the guard: none can begin any more, then what has begun ends, then the guard
    /// does.
    void end()
    {
        onThread([this] {
            if (m_guard != nullptr)
                m_guard->abortAll();
        });
        m_work.finish();
        onThread([this] {
            m_server.reset();
            m_guard = nullptr; // was the server's child
        });
        m_thread.quit();
        m_thread.wait();
    }

    const HttpLimits m_limits;
    Authenticator m_authenticator;
    LegacyApi m_legacy;
    Router m_router;
    WorkPools m_work{};
    QThread m_thread{};
    QObject m_context{}; ///< lives on m_thread: what calls to it run on
    std::unique_ptr<QHttpServer> m_server{};
    ConnectionGuard *m_guard = nullptr;
};

RestServer::RestServer(JobService &service, RestServerOptions options)
    : m_backend(std::make_unique<Backend>(service, std::move(options)))
{}

RestServer::~RestServer()
{
    stop();
}

Result<QUrl> RestServer::start(const QString &listen)
{
    return m_backend->start(listen);
}

void RestServer::stop()
{
    m_backend->stop();
}

} // namespace createzoom
