// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a server: logging in, TLS, what is cut, what never answers. With real servers.
#include "core/redis/redisclient.h"
#include "core/redis/redisdialer.h"
#include "tests/support/certificates.h"
#include "tests/support/redisprocess.h"
#include "tests/support/resultvalue.h"

#include <QTcpServer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

RedisAddress addressOf(quint16 port)
{
    RedisAddress address;
    address.host = {u"127.0.0.1"_s, port};
    return address;
}

} // namespace

class TestRedisConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordOpensTheDoor_data();
    void passwordOpensTheDoor();
    void missingPasswordIsAMistakeOfTheSettings();
    void passwordThatChangesLaterIsAnOutage();
    void databasesAreApart();
    void serverOfAKnownAuthorityIsTrusted_data();
    void serverOfAKnownAuthorityIsTrusted();
    void whoNeverAnswersIsLeftInTime();
    void lateAnswerIsNeverTakenForAnother();
    void cutConnectionIsMadeAnew();
    void unknownScriptIsSentWhole();
    void serverThatIsGoneIsAskedForNowAndThen();
    void serverThatComesBackIsFound();
    void waitEndsWhenStopped();
    void sentinelsNameTheMaster();
    void unknownMasterIsAnError();
    void replicaIsNoMaster();
};

void TestRedisConnection::passwordOpensTheDoor_data()
{
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("isOpened");
    QTest::newRow("right") << u""_s << QByteArray("s3cret") << true;
    QTest::newRow("right, with its user") << u"default"_s << QByteArray("s3cret") << true;
    QTest::newRow("wrong") << u""_s << QByteArray("wr0ng-s3cret") << false;
    QTest::newRow("another user") << u"nobody"_s << QByteArray("s3cret") << false;
}

void TestRedisConnection::passwordOpensTheDoor()
{
    QFETCH(QString, userName);
    QFETCH(QByteArray, password);
    QFETCH(bool, isOpened);
    const RedisProcess server({u"--requirepass"_s, u"s3cret"_s});
    RedisAddress address = addressOf(server.port());
    address.userName = userName;
    address.password = Secret(password);
    RedisClient client(std::move(address));

    const Result<RespValue> answer = client.script("stats", {});

    QCOMPARE(answer.has_value(), isOpened);
    if (!answer) {
        const QString told = answer.error().message + answer.error().detail;
        QVERIFY2(!told.contains(u"s3cret"), qPrintable(told));
        QVERIFY2(told.contains(u"refuses"), qPrintable(told));
    }
}

void TestRedisConnection::missingPasswordIsAMistakeOfTheSettings()
{
    const RedisProcess server({u"--requirepass"_s, u"s3cret"_s});
    RedisClient client(addressOf(server.port()));

    const Result<RespValue> answer = client.script("stats", {});

    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Usage);
    QVERIFY2(answer.error().message.contains(u"REDIS_PASSWORD"),
             qPrintable(answer.error().message));
}

/// What worked once was set up well: whoever asks now is told to come back later.
void TestRedisConnection::passwordThatChangesLaterIsAnOutage()
{
    const RedisProcess server;
    RedisClient client(addressOf(server.port()), {}, [] { return 0.99; });
    valueOf(client.command({"PING"}));
    server.ask({u"CONFIG"_s, u"SET"_s, u"requirepass"_s, u"s3cret"_s});
    server.ask({u"-a"_s, u"s3cret"_s, u"CLIENT"_s, u"KILL"_s, u"TYPE"_s, u"normal"_s});

    QCOMPARE(client.command({"PING"}).error().code, ErrorCode::Unavailable);

    const QStringList connections{u"-a"_s, u"s3cret"_s, u"INFO"_s, u"stats"_s};
    const auto made = [&] {
        const QByteArray stats = server.ask(connections);
        const QByteArray name = "total_connections_received:";
        return stats.mid(stats.indexOf(name) + name.size()).split('\r').first().toInt();
    };
    const int before = made();
    for (int i = 0; i < 100; ++i)
        QVERIFY(!client.command({"PING"}));
    QCOMPARE(made(), before + 1); // that of the question itself
}

void TestRedisConnection::databasesAreApart()
{
    const RedisProcess server;
    RedisAddress address = addressOf(server.port());
    address.database = 3;
    RedisClient client(std::move(address));

    valueOf(client.command({"SET", "k", "v"}));

    QCOMPARE(server.ask({u"-n"_s, u"3"_s, u"GET"_s, u"k"_s}), QByteArray("v"));
    QCOMPARE(server.ask({u"GET"_s, u"k"_s}), QByteArray());
}

void TestRedisConnection::serverOfAKnownAuthorityIsTrusted_data()
{
    QTest::addColumn<QString>("authority");
    QTest::addColumn<bool>("isTrusted");
    QTest::newRow("its own") << u"/ca.pem"_s << true;
    QTest::newRow("another") << u"/other.pem"_s << false;
    QTest::newRow("the system's") << u""_s << false;
    QTest::newRow("a file that is none") << u"/names"_s << false;
}

void TestRedisConnection::serverOfAKnownAuthorityIsTrusted()
{
    QFETCH(QString, authority);
    QFETCH(bool, isTrusted);
    const QTemporaryDir folder;
    QVERIFY(makeCertificates(folder.path()));
    const RedisProcess server({u"--tls-port"_s,
                               u"PORT"_s,
                               u"--tls-cert-file"_s,
                               folder.filePath(u"redis.pem"_s),
                               u"--tls-key-file"_s,
                               folder.filePath(u"redis.key"_s),
                               u"--tls-ca-cert-file"_s,
                               folder.filePath(u"ca.pem"_s),
                               u"--tls-auth-clients"_s,
                               u"no"_s});
    QVERIFY(server.isRunning());
    RedisAddress address = addressOf(server.port());
    address.isEncrypted = true;
    address.caFile = authority.isEmpty() ? QString() : folder.path() + authority;
    RedisClient client(std::move(address));

    const Result<RespValue> answer = client.script("stats", {});

    QCOMPARE(answer.has_value(), isTrusted);
    if (!answer)
        QCOMPARE(answer.error().code, ErrorCode::Usage);
}

void TestRedisConnection::whoNeverAnswersIsLeftInTime()
{
    QTcpServer silent; // the kernel takes the connection; nobody reads
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    RedisClient client(addressOf(silent.serverPort()), {.command = 50ms});

    const Result<RespValue> answer = client.command({"PING"});

    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Unavailable);
}

void TestRedisConnection::lateAnswerIsNeverTakenForAnother()
{
    const RedisProcess server;
    const auto connection = valueOf(dialRedis(addressOf(server.port()), {.command = 50ms}));
    QVERIFY(!connection->call({"XREAD", "BLOCK", "200", "STREAMS", "s", "0"})); // answers later

    QVERIFY(!connection->isOpen());
    QVERIFY(!connection->call({"PING"}));
}

void TestRedisConnection::cutConnectionIsMadeAnew()
{
    const RedisProcess server;
    RedisClient client(addressOf(server.port()));
    valueOf(client.command({"SET", "k", "v"}));

    server.ask({u"CLIENT"_s, u"KILL"_s, u"TYPE"_s, u"normal"_s});

    QCOMPARE(valueOf(client.command({"GET", "k"})).text, QByteArray("v"));
}

void TestRedisConnection::unknownScriptIsSentWhole()
{
    const RedisProcess server;
    RedisClient client(addressOf(server.port()));
    valueOf(client.script("stats", {}));

    server.ask({u"SCRIPT"_s, u"FLUSH"_s});

    QCOMPARE(valueOf(client.script("stats", {})).at(0).text, QByteArray("0"));
}

void TestRedisConnection::serverThatIsGoneIsAskedForNowAndThen()
{
    RedisProcess server;
    RedisClient client(addressOf(server.port()), {}, [] { return 0.99; });
    server.kill();
    QVERIFY(!client.command({"PING"}));
    QVERIFY(server.start());

    QVERIFY(!client.command({"PING"})); // told so without a try: it is too soon for the next

    client.waitForServer(std::chrono::steady_clock::now() + 20s, {});
    QVERIFY(client.command({"PING"}));
}

void TestRedisConnection::serverThatComesBackIsFound()
{
    RedisProcess server;
    RedisClient client(addressOf(server.port()));
    valueOf(client.command({"SET", "k", "v"}));
    server.kill();
    QVERIFY(!client.command({"GET", "k"}));

    QVERIFY(server.start());

    const auto end = std::chrono::steady_clock::now() + 20s;
    Result<RespValue> answer = client.command({"GET", "k"});
    while (!answer && std::chrono::steady_clock::now() < end) {
        client.waitForServer(end, {});
        answer = client.command({"GET", "k"});
    }
    QCOMPARE(valueOf(std::move(answer)).text, QByteArray("v"));
}

void TestRedisConnection::waitEndsWhenStopped()
{
    const RedisProcess server;
    RedisClient client(addressOf(server.port()));
    std::stop_source stop;
    std::atomic<bool> isAnswered = true;
    {
        const std::jthread waiting([&] {
            isAnswered
                = client
                      .wait({"XREAD", "BLOCK", "60000", "STREAMS", "s", "0"}, 60s, stop.get_token())
                      .has_value();
        });
        stop.request_stop();
    }

    QVERIFY(!isAnswered);
}

void TestRedisConnection::sentinelsNameTheMaster()
{
    const RedisProcess master;
    const RedisProcess notASentinel;
    const RedisProcess sentinel({}, RedisProcess::Kind::Sentinel);
    QVERIFY(sentinel.isRunning());
    sentinel.ask({u"SENTINEL"_s,
                  u"MONITOR"_s,
                  u"main"_s,
                  u"127.0.0.1"_s,
                  QString::number(master.port()),
                  u"1"_s});
    RedisAddress address;
    address.sentinels = {{u"127.0.0.1"_s, notASentinel.port()}, {u"127.0.0.1"_s, sentinel.port()}};
    address.masterName = u"main"_s;
    RedisClient client(std::move(address));

    valueOf(client.command({"SET", "k", "v"}));

    QCOMPARE(master.ask({u"GET"_s, u"k"_s}), QByteArray("v"));
}

void TestRedisConnection::unknownMasterIsAnError()
{
    const RedisProcess notASentinel;
    RedisAddress address;
    address.sentinels = {{u"127.0.0.1"_s, notASentinel.port()}};
    address.masterName = u"main"_s;

    const auto connection = dialRedis(address, {});

    QVERIFY(!connection);
    QCOMPARE(connection.error().code, ErrorCode::Unavailable);
    QVERIFY2(connection.error().message.contains(u"main"), qPrintable(connection.error().message));
}

void TestRedisConnection::replicaIsNoMaster()
{
    const RedisProcess replica({u"--replicaof"_s, u"127.0.0.1 1"_s});
    const RedisProcess sentinel({}, RedisProcess::Kind::Sentinel);
    sentinel.ask({u"SENTINEL"_s,
                  u"MONITOR"_s,
                  u"main"_s,
                  u"127.0.0.1"_s,
                  QString::number(replica.port()),
                  u"1"_s});
    RedisAddress address;
    address.sentinels = {{u"127.0.0.1"_s, sentinel.port()}};
    address.masterName = u"main"_s;

    QVERIFY(!dialRedis(address, {}));
}

QTEST_GUILESS_MAIN(TestRedisConnection)
#include "tst_redisconnection.moc"
