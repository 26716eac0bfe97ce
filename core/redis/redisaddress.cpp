// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisaddress.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr quint16 defaultPort = 6379;
constexpr quint16 defaultSentinelPort = 26379;

Error mistake(const QString &variable, const QString &expected)
{
    return {ErrorCode::Usage, u"%1 must be %2"_s.arg(variable, expected)};
}

std::optional<quint16> portFrom(const QString &text)
{
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    return isNumber && port > 0 ? std::optional<quint16>(port) : std::nullopt;
}

/// "host", "host:port", "[::1]:port"
std::optional<RedisHost> hostFrom(const QString &text, quint16 port)
{
    const QUrl url(u"redis://"_s + text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || !url.path().isEmpty()
        || url.port(port) == 0)
        return std::nullopt;
    return RedisHost{url.host(), static_cast<quint16>(url.port(port))};
}

Result<void> readUrl(const QString &text, RedisAddress &address)
{
    const Error wrong
        = mistake(u"REDIS_URL"_s, u"redis[s]://[user:password@]host[:port][/database]"_s);
    const QUrl url(text, QUrl::StrictMode);
    const bool isOurs = url.scheme() == u"redis" || url.scheme() == u"rediss";
    if (!url.isValid() || !isOurs || url.host().isEmpty() || url.port(1) == 0 || url.hasQuery())
        return wrong;
    address.host = {url.host(), static_cast<quint16>(url.port(defaultPort))};
    address.isEncrypted = url.scheme() == u"rediss";
    address.userName = url.userName(QUrl::FullyDecoded);
    address.password = Secret(url.password(QUrl::FullyDecoded).toUtf8());
    const QString database = url.path().mid(1);
    bool isNumber = true;
    address.database = database.isEmpty() ? 0 : database.toInt(&isNumber);
    if (!isNumber || address.database < 0)
        return wrong;
    return {};
}

Result<void> readParts(const QHash<QString, QString> &environment, RedisAddress &address)
{
    const std::optional<RedisHost> host
        = hostFrom(environment.value(u"REDIS_HOST"_s, u"localhost"_s), defaultPort);
    if (!host)
        return mistake(u"REDIS_HOST"_s, u"the name or address of a machine"_s);
    address.host = *host;
    if (const QString port = environment.value(u"REDIS_PORT"_s); !port.isEmpty()) {
        if (!portFrom(port))
            return mistake(u"REDIS_PORT"_s, u"a number from 1 to 65535"_s);
        address.host.port = *portFrom(port);
    }
    address.userName = environment.value(u"REDIS_USERNAME"_s);
    address.password = Secret(environment.value(u"REDIS_PASSWORD"_s).toUtf8());
    const QString tls = environment.value(u"REDIS_TLS"_s, u"0"_s).toLower();
    if (!QStringList{u""_s, u"0"_s, u"1"_s, u"false"_s, u"true"_s}.contains(tls))
        return mistake(u"REDIS_TLS"_s, u"true or false"_s);
    address.isEncrypted = tls == u"1" || tls == u"true";
    return {};
}

Result<void> readSentinels(const QHash<QString, QString> &environment, RedisAddress &address)
{
    const QString list = environment.value(u"REDIS_SENTINELS"_s);
    for (const QString &entry : list.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<RedisHost> host = hostFrom(entry, defaultSentinelPort);
        if (!host)
            return mistake(u"REDIS_SENTINELS"_s, u"host:port, separated by commas"_s);
        address.sentinels << *host;
    }
    address.masterName = environment.value(u"REDIS_MASTER_NAME"_s);
    if (!address.sentinels.isEmpty() && address.masterName.isEmpty())
        return mistake(u"REDIS_MASTER_NAME"_s, u"the name that the sentinels know the master by"_s);
    return {};
}

Result<void> readReplicas(const QHash<QString, QString> &environment, RedisAddress &address)
{
    constexpr int most = 100;
    const QString text = environment.value(u"REDIS_WAIT_REPLICAS"_s);
    bool isNumber = true;
    address.waitReplicas = text.isEmpty() ? 0 : text.toInt(&isNumber);
    if (isNumber && address.waitReplicas >= 0 && address.waitReplicas <= most)
        return {};
    return mistake(u"REDIS_WAIT_REPLICAS"_s, u"a number from 0 to %1"_s.arg(most));
}

} // namespace

QString RedisAddress::text() const
{
    const QString where = sentinels.isEmpty()
        ? host.text()
        : u"the master \"%1\" of %2 sentinels"_s.arg(masterName).arg(sentinels.size());
    return u"%1, database %2%3"_s.arg(where).arg(database).arg(isEncrypted ? u", TLS"_s : u""_s);
}

Result<std::optional<RedisAddress>> redisAddress(const QHash<QString, QString> &environment)
{
    const auto isSet = [&](const QString &name) {
        return !environment.value(name).isEmpty();
    };
    if (!isSet(u"REDIS_URL"_s) && !isSet(u"REDIS_HOST"_s) && !isSet(u"REDIS_SENTINELS"_s))
        return std::optional<RedisAddress>();
    RedisAddress address;
    const Result<void> server = isSet(u"REDIS_URL"_s)
        ? readUrl(environment.value(u"REDIS_URL"_s), address)
        : readParts(environment, address);
    if (!server)
        return server.error();
    if (const Result<void> sentinels = readSentinels(environment, address); !sentinels)
        return sentinels.error();
    if (const Result<void> replicas = readReplicas(environment, address); !replicas)
        return replicas.error();
    address.caFile = environment.value(u"REDIS_CA_FILE"_s);
    address.certificateFile = environment.value(u"REDIS_CERT_FILE"_s);
    address.keyFile = environment.value(u"REDIS_KEY_FILE"_s);
    if (address.certificateFile.isEmpty() != address.keyFile.isEmpty())
        return mistake(u"REDIS_CERT_FILE"_s, u"given together with REDIS_KEY_FILE"_s);
    return std::optional(std::move(address));
}

} // namespace createzoom
