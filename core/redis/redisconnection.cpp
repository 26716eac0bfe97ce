// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisconnection.h"

#include "core/redis/respcodec.h"

#include <QFile>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// How soon a wait notices that it is to stop.
constexpr milliseconds slice{100};

Error fileError(const QString &file)
{
    return {ErrorCode::Usage, u"%1 cannot be read, or holds nothing that TLS needs"_s.arg(file)};
}

Result<QSslConfiguration> tlsOf(const RedisAddress &address)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!address.caFile.isEmpty()) {
        const QList<QSslCertificate> authorities = QSslCertificate::fromPath(address.caFile);
        if (authorities.isEmpty())
            return fileError(address.caFile);
        tls.setCaCertificates(authorities);
    }
    if (!address.keyFile.isEmpty()) {
        const QList<QSslCertificate> own = QSslCertificate::fromPath(address.certificateFile);
        if (own.isEmpty())
            return fileError(address.certificateFile);
        QFile file(address.keyFile);
        const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const bool isElliptic = pem.contains("BEGIN EC ");
        QSslKey key(pem, isElliptic ? QSsl::Ec : QSsl::Rsa);
        if (key.isNull())
            key = QSslKey(pem, QSsl::Ec);
        if (key.isNull())
            return fileError(address.keyFile);
        tls.setLocalCertificateChain(own);
        tls.setPrivateKey(key);
    }
    return tls;
}

int count(milliseconds time)
{
    return static_cast<int>(time.count());
}

} // namespace

struct RedisConnection::Parts
{
    QSslSocket socket{};
    RespReader reader{};
    RedisTimes times{};
    QString server{};
};

RedisConnection::RedisConnection(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

RedisConnection::~RedisConnection()
{
    m_parts->socket.abort();
}

Result<std::unique_ptr<RedisConnection>>
RedisConnection::open(const RedisHost &host, const RedisAddress &address, const RedisTimes &times)
{
    auto parts = std::make_unique<Parts>();
    parts->times = times;
    parts->server = host.text();
    QSslSocket &socket = parts->socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    if (address.isEncrypted) {
        const Result<QSslConfiguration> tls = tlsOf(address);
        if (!tls)
            return tls.error();
        socket.setSslConfiguration(*tls);
        socket.connectToHostEncrypted(host.name, host.port);
    } else {
        socket.connectToHost(host.name, host.port);
    }
    std::unique_ptr<RedisConnection> connection(new RedisConnection(std::move(parts)));
    const int patience = count(times.connect);
    if (!socket.waitForConnected(patience)
        || (address.isEncrypted && !socket.waitForEncrypted(patience)))
        return socket.sslHandshakeErrors().isEmpty()
            ? connection->closed(socket.errorString())
            : Error{ErrorCode::Usage,
                    u"The job store (Redis) shows a certificate that is not trusted; "
                    u"REDIS_CA_FILE names who is"_s,
                    u"%1: %2"_s.arg(host.text(), socket.errorString())};
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    return connection;
}

bool RedisConnection::isOpen() const
{
    return m_parts->socket.state() == QAbstractSocket::ConnectedState;
}

Error RedisConnection::closed(const QString &reason)
{
    m_parts->socket.abort();
    return {ErrorCode::Unavailable,
            u"The job store (Redis) cannot be reached"_s,
            u"%1: %2"_s.arg(m_parts->server, reason)};
}

Result<RespValue> RedisConnection::call(const QByteArrayList &command,
                                        milliseconds ownTime,
                                        const std::stop_token &stop)
{
    QSslSocket &socket = m_parts->socket;
    if (!isOpen())
        return closed(u"the connection is closed"_s);
    socket.write(respCommand(command));
    socket.flush();
    const auto end = steady_clock::now() + ownTime + m_parts->times.command;
    for (;;) {
        m_parts->reader.feed(socket.readAll());
        const Result<std::optional<RespValue>> answer = m_parts->reader.next();
        if (!answer)
            return closed(answer.error().message);
        if (*answer)
            return **answer;
        if (stop.stop_requested())
            return closed(u"the wait was stopped"_s);
        const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
        if (left <= milliseconds(0))
            return closed(u"no answer in time"_s);
        if (!socket.waitForReadyRead(count(std::min(left, slice))) && !isOpen())
            return closed(socket.errorString());
    }
}

} // namespace createzoom
