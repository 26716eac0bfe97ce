// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisserver.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestRedisServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverThatMayLoseJobsIsWarnedOf_data();
    void serverThatMayLoseJobsIsWarnedOf();
    void oldServerIsRefused_data();
    void oldServerIsRefused();
};

void TestRedisServer::serverThatMayLoseJobsIsWarnedOf_data()
{
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QStringList>("words"); // one of each warning
    QTest::addColumn<int>("waitReplicas");
    const QByteArray version = "# Server\r\nredis_version:7.0.15\r\n";
    QTest::newRow("as it should be") << version + "aof_enabled:1\r\nmaxmemory_policy:noeviction\r\n"
                                     << QStringList() << 0;
    QTest::newRow("no append-only file")
        << version + "aof_enabled:0\r\nmaxmemory_policy:noeviction\r\n"
        << QStringList{u"appendonly no"_s} << 0;
    QTest::newRow("evicts") << version + "aof_enabled:1\r\nmaxmemory_policy:allkeys-lru\r\n"
                            << QStringList{u"maxmemory-policy allkeys-lru"_s} << 0;
    QTest::newRow("both") << version + "aof_enabled:0\r\nmaxmemory_policy:volatile-ttl\r\n"
                          << QStringList{u"appendonly no"_s, u"volatile-ttl"_s} << 0;
    QTest::newRow("fewer replicas than must have a job")
        << version + "aof_enabled:1\r\nconnected_slaves:1\r\n"
        << QStringList{u"1 REPLICAS"_s} << 2;
    QTest::newRow("replicas enough") << version + "aof_enabled:1\r\nconnected_slaves:2\r\n"
                                     << QStringList() << 2;
    QTest::newRow("says nothing") << QByteArray() << QStringList{u"INFO"_s} << 0;
}

void TestRedisServer::serverThatMayLoseJobsIsWarnedOf()
{
    QFETCH(QByteArray, info);
    QFETCH(QStringList, words);
    QFETCH(int, waitReplicas);

    const QStringList warnings = serverWarnings(redisServerInfo(info), waitReplicas);

    QCOMPARE(warnings.size(), words.size());
    for (qsizetype i = 0; i < words.size(); ++i)
        QVERIFY2(warnings[i].contains(words[i]), qPrintable(warnings[i]));
}

void TestRedisServer::oldServerIsRefused_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("6.0") << QByteArray("6.0.16") << false;
    QTest::newRow("6.2") << QByteArray("6.2.0") << true;
    QTest::newRow("7.0") << QByteArray("7.0.15") << true;
    QTest::newRow("8") << QByteArray("8.0.2") << true;
    QTest::newRow("not told") << QByteArray() << true;
}

void TestRedisServer::oldServerIsRefused()
{
    QFETCH(QByteArray, version);

    const Result<void> checked = checkServer(redisServerInfo("redis_version:" + version + "\r\n"));

    QTEST(checked.has_value(), "isTaken");
    if (!checked)
        QCOMPARE(checked.error().code, ErrorCode::Usage);
}

QTEST_APPLESS_MAIN(TestRedisServer)
#include "tst_redisserver.moc"
