// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisdialer.h"

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using Connection = std::unique_ptr<RedisConnection>;

/// Only the first word of a refusal is told ("WRONGPASS"): old servers repeat the arguments.
Error refused(const QString &what, const RespValue &answer)
{
    const QByteArray word = answer.text.left(answer.text.indexOf(' '));
    const bool passes = word == "LOADING" || word == "MASTERDOWN";
    return {passes ? ErrorCode::Unavailable : ErrorCode::Usage,
            passes ? u"The job store (Redis) is not ready yet"_s
                   : u"The job store (Redis) refuses %1"_s.arg(what),
            QString::fromLatin1(word)};
}

Result<void> logIn(RedisConnection &connection, const RedisAddress &address)
{
    if (address.password.isEmpty() && address.userName.isEmpty())
        return {};
    QByteArrayList command{"AUTH"};
    if (!address.userName.isEmpty())
        command << address.userName.toUtf8();
    command << address.password.expose();
    const Result<RespValue> answer = connection.call(command);
    if (!answer)
        return answer.error();
    if (answer->isFailure())
        return refused(u"the user name or the password"_s, *answer);
    return {};
}

/// Who loads its data, or wants a password that nobody gave, says so to the first command.
Result<void> greet(RedisConnection &connection)
{
    const Result<RespValue> answer = connection.call({"PING"});
    if (!answer)
        return answer.error();
    if (answer->isFailure() && answer->text.startsWith("NOAUTH"))
        return Error{
            ErrorCode::Usage,
            u"The job store (Redis) wants a password: REDIS_PASSWORD, or one in REDIS_URL"_s,
            u"NOAUTH"_s};
    const bool isStarting
        = answer->text.startsWith("LOADING") || answer->text.startsWith("MASTERDOWN");
    return answer->isFailure() && isStarting ? refused({}, *answer) : Result<void>();
}

Result<void> begin(RedisConnection &connection, const RedisAddress &address)
{
    if (const Result<void> loggedIn = logIn(connection, address); !loggedIn)
        return loggedIn;
    if (const Result<void> greeted = greet(connection); !greeted)
        return greeted;
    if (address.database == 0)
        return {};
    const Result<RespValue> selected
        = connection.call({"SELECT", QByteArray::number(address.database)});
    if (!selected)
        return selected.error();
    if (selected->isFailure())
        return refused(u"the database %1"_s.arg(address.database), *selected);
    return {};
}

/// Who the first sentinel that answers says is the master.
Result<RedisHost> masterOf(const RedisAddress &address, const RedisTimes &times)
{
    QStringList troubles;
    for (const RedisHost &sentinel : address.sentinels) {
        const Result<Connection> connection = RedisConnection::open(sentinel, address, times);
        const Result<RespValue> answer = connection
            ? (*connection)
                  ->call({"SENTINEL", "get-master-addr-by-name", address.masterName.toUtf8()})
            : Result<RespValue>(connection.error());
        if (answer && answer->items.size() == 2)
            return RedisHost{QString::fromUtf8(answer->at(0).text),
                             static_cast<quint16>(answer->at(1).integer())};
        troubles << (answer ? sentinel.text() + u": does not know it"_s : answer.error().detail);
    }
    return Error{ErrorCode::Unavailable,
                 u"No sentinel names a master \"%1\""_s.arg(address.masterName),
                 troubles.join(u"; ")};
}

/// A sentinel may be behind the times: the server's own word counts.
Result<void> checkIsMaster(RedisConnection &connection)
{
    const Result<RespValue> role = connection.call({"ROLE"});
    if (!role)
        return role.error();
    if (role->at(0).text == "master")
        return {};
    return Error{ErrorCode::Unavailable, u"The job store (Redis) has no master now"_s};
}

} // namespace

Result<Connection> dialRedis(const RedisAddress &address, const RedisTimes &times)
{
    const bool hasSentinels = !address.sentinels.isEmpty();
    const Result<RedisHost> host
        = hasSentinels ? masterOf(address, times) : Result<RedisHost>(address.host);
    if (!host)
        return host.error();
    Result<Connection> connection = RedisConnection::open(*host, address, times);
    if (!connection)
        return connection;
    if (const Result<void> begun = begin(**connection, address); !begun)
        return begun.error();
    if (hasSentinels) {
        if (const Result<void> checked = checkIsMaster(**connection); !checked)
            return checked.error();
    }
    return connection;
}

} // namespace createzoom
