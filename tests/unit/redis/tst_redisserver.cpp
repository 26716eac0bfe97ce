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
    const QByteArray version = "# Server\r\nredis_version:7.0.15\r\n";
    QTest::newRow("as it should be") << version + "aof_enabled:1\r\nmaxmemory_policy:noeviction\r\n"
                                     << QStringList();
    QTest::newRow("no append-only file")
        << version + "aof_enabled:0\r\nmaxmemory_policy:noeviction\r\n"
        << QStringList{u"appendonly no"_s};
    QTest::newRow("evicts") << version + "aof_enabled:1\r\nmaxmemory_policy:allkeys-lru\r\n"
                            << QStringList{u"maxmemory-policy allkeys-lru"_s};
    QTest::newRow("both") << version + "aof_enabled:0\r\nmaxmemory_policy:volatile-ttl\r\n"
                          << QStringList{u"appendonly no"_s, u"volatile-ttl"_s};
    QTest::newRow("says nothing") << QByteArray() << QStringList{u"INFO"_s};
}

void TestRedisServer::serverThatMayLoseJobsIsWarnedOf()
{
    QFETCH(QByteArray, info);
    QFETCH(QStringList, words);

    const QStringList warnings = serverWarnings(redisServerInfo(info));

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
