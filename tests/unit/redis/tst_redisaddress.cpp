// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisaddress.h"
#include "tests/support/resultvalue.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

using Environment = QHash<QString, QString>;

class TestRedisAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutVariablesThereIsNone();
    void serverIsRead_data();
    void serverIsRead();
    void urlWins();
    void sentinelsAreRead();
    void filesOfTlsAreRead();
    void mistakeNamesItsVariableAndNoPassword_data();
    void mistakeNamesItsVariableAndNoPassword();
    void textShowsNoPassword();
};

void TestRedisAddress::withoutVariablesThereIsNone()
{
    QVERIFY(!valueOf(redisAddress({})));
    QVERIFY(!valueOf(redisAddress({{u"REDIS_PORT"_s, u"7000"_s}, {u"REDIS_URL"_s, u""_s}})));
}

void TestRedisAddress::serverIsRead_data()
{
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("database");
    QTest::addColumn<bool>("isEncrypted");
    const auto url = [](const char *name, const QString &text) -> QTestData & {
        return QTest::newRow(name) << Environment{{u"REDIS_URL"_s, text}};
    };
    const QString none;
    const QByteArray noPassword;
    url("host", u"redis://lab"_s) << u"lab"_s << 6379 << none << noPassword << 0 << false;
    url("all", u"redis://me:pa%40ss%2F@lab:7000/3"_s)
        << u"lab"_s << 7000 << u"me"_s << QByteArray("pa@ss/") << 3 << false;
    url("password only", u"redis://:pw@lab"_s)
        << u"lab"_s << 6379 << none << QByteArray("pw") << 0 << false;
    url("TLS", u"rediss://lab/"_s) << u"lab"_s << 6379 << none << noPassword << 0 << true;
    url("IPv6", u"redis://[::1]:7000"_s) << u"::1"_s << 7000 << none << noPassword << 0 << false;
    QTest::newRow("host variable") << Environment{{u"REDIS_HOST"_s, u"redis"_s}} << u"redis"_s
                                   << 6379 << none << noPassword << 0 << false;
    QTest::newRow("all variables")
        << Environment{{u"REDIS_HOST"_s, u"10.0.0.1"_s},
                       {u"REDIS_PORT"_s, u"7001"_s},
                       {u"REDIS_USERNAME"_s, u"me"_s},
                       {u"REDIS_PASSWORD"_s, u"p:w@/"_s},
                       {u"REDIS_TLS"_s, u"true"_s}}
        << u"10.0.0.1"_s << 7001 << u"me"_s << QByteArray("p:w@/") << 0 << true;
}

void TestRedisAddress::serverIsRead()
{
    QFETCH(Environment, environment);

    const std::optional<RedisAddress> address = valueOf(redisAddress(environment));

    QVERIFY(address);
    QTEST(address->host.name, "host");
    QTEST(int(address->host.port), "port");
    QTEST(address->userName, "userName");
    QTEST(address->password.expose(), "password");
    QTEST(address->database, "database");
    QTEST(address->isEncrypted, "isEncrypted");
}

void TestRedisAddress::urlWins()
{
    const auto address = valueOf(redisAddress({{u"REDIS_URL"_s, u"redis://a:1"_s},
                                               {u"REDIS_HOST"_s, u"b"_s},
                                               {u"REDIS_PASSWORD"_s, u"p"_s}}));

    QCOMPARE(address->host, (RedisHost{u"a"_s, 1}));
    QVERIFY(address->password.isEmpty());
}

void TestRedisAddress::sentinelsAreRead()
{
    const auto address = valueOf(
        redisAddress({{u"REDIS_SENTINELS"_s, u"a:1, b"_s}, {u"REDIS_MASTER_NAME"_s, u"main"_s}}));

    QCOMPARE(address->sentinels, (QList<RedisHost>{{u"a"_s, 1}, {u"b"_s, 26379}}));
    QCOMPARE(address->masterName, u"main"_s);
}

void TestRedisAddress::filesOfTlsAreRead()
{
    const auto address = valueOf(redisAddress({{u"REDIS_URL"_s, u"rediss://a"_s},
                                               {u"REDIS_CA_FILE"_s, u"/ca"_s},
                                               {u"REDIS_CERT_FILE"_s, u"/cert"_s},
                                               {u"REDIS_KEY_FILE"_s, u"/key"_s}}));

    QCOMPARE(address->caFile, u"/ca"_s);
    QCOMPARE(address->certificateFile, u"/cert"_s);
    QCOMPARE(address->keyFile, u"/key"_s);
}

void TestRedisAddress::mistakeNamesItsVariableAndNoPassword_data()
{
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QString>("variable");
    const auto url = [](const char *name, const QString &text) {
        QTest::newRow(name) << Environment{{u"REDIS_URL"_s, text}} << u"REDIS_URL"_s;
    };
    url("another scheme", u"http://me:s3cret@lab"_s);
    url("no host", u"redis://me:s3cret@"_s);
    url("a database of letters", u"redis://:s3cret@lab/x"_s);
    url("a port too large", u"redis://:s3cret@lab:70000"_s);
    url("a query", u"redis://:s3cret@lab/0?x=1"_s);
    const auto row = [](const char *name, const QString &variable, const QString &text) {
        QTest::newRow(name) << Environment{{u"REDIS_HOST"_s, u"lab"_s},
                                           {u"REDIS_PASSWORD"_s, u"s3cret"_s},
                                           {variable, text}}
                            << variable;
    };
    row("a host that is none", u"REDIS_HOST"_s, u"a b"_s);
    row("a password in the host", u"REDIS_HOST"_s, u"me:s3cret@lab"_s);
    row("a port that is none", u"REDIS_PORT"_s, u"0"_s);
    row("TLS, perhaps", u"REDIS_TLS"_s, u"perhaps"_s);
    row("a sentinel that is none", u"REDIS_SENTINELS"_s, u"a:0"_s);
    row("replicas in words", u"REDIS_WAIT_REPLICAS"_s, u"two"_s);
    row("fewer than no replicas", u"REDIS_WAIT_REPLICAS"_s, u"-1"_s);
    row("a certificate without its key", u"REDIS_CERT_FILE"_s, u"/cert"_s);
    QTest::newRow("sentinels without a master")
        << Environment{{u"REDIS_SENTINELS"_s, u"a"_s}} << u"REDIS_MASTER_NAME"_s;
}

void TestRedisAddress::mistakeNamesItsVariableAndNoPassword()
{
    QFETCH(Environment, environment);
    QFETCH(QString, variable);

    const Result<std::optional<RedisAddress>> address = redisAddress(environment);

    QVERIFY(!address);
    QCOMPARE(address.error().code, ErrorCode::Usage);
    QVERIFY2(address.error().message.contains(variable), qPrintable(address.error().message));
    QVERIFY(!(address.error().message + address.error().detail).contains(u"s3cret"));
}

void TestRedisAddress::textShowsNoPassword()
{
    const auto address
        = valueOf(redisAddress({{u"REDIS_URL"_s, u"rediss://me:s3cret@lab:7000/2"_s}}));

    QCOMPARE(address->text(), u"lab:7000, database 2, TLS"_s);
}

QTEST_APPLESS_MAIN(TestRedisAddress)
#include "tst_redisaddress.moc"
