// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logcontext.h"
#include "core/base/logging.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class TestLogging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreMasked_data();
    void secretsAreMasked();
    void ordinaryTextStays_data();
    void ordinaryTextStays();
    void controlCharactersBecomeBlanks();
    void maskingTwiceChangesNothingMore();
    void textLinesAreForPeople();
    void jsonLinesAreObjects_data();
    void jsonLinesAreObjects();
    void linesSayWhatTheirThreadIsAt();
};

void TestLogging::secretsAreMasked_data()
{
    QTest::addColumn<QString>("text");
    // Each row's secret holds the word CANARY.
    QTest::newRow("bearer header") << u"Authorization: Bearer CANARY.abc-_~+/="_s;
    QTest::newRow("bearer, small letters") << u"authorization: bearer CANARY"_s;
    QTest::newRow("bearer in quotes") << u"{\"Authorization\":\"Bearer CANARY\"}"_s;
    QTest::newRow("JWT alone") << u"token eyJhbGciOiJub25lIn0.eyJzdWIiOiJDQU5BUlkifQ.CANARY end"_s;
    QTest::newRow("JWT without signature") << u"eyJhbGciOiJub25lIn0.eyJCANARY"_s;
    QTest::newRow("Amazon signature")
        << u"GET https://s/o?X-Amz-Date=1&X-Amz-Signature=CANARY&x=1"_s;
    QTest::newRow("Amazon credential") << u"https://s/o?X-Amz-Credential=CANARY%2F2026"_s;
    QTest::newRow("Amazon security token") << u"https://s/o?a=b&x-amz-security-token=CANARY"_s;
    QTest::newRow("version 2 signature") << u"https://s/o?Signature=CANARY&Expires=1"_s;
    QTest::newRow("version 2 key id") << u"https://s/o?AWSAccessKeyId=CANARY"_s;
    QTest::newRow("Swift") << u"https://s/o?temp_url_sig=CANARY&temp_url_expires=2"_s;
    QTest::newRow("token in a query") << u"https://s/o?token=CANARY"_s;
    QTest::newRow("access token in a query") << u"https://s/o?access_token=CANARY"_s;
    QTest::newRow("token in JSON") << u"body {\"path\":\"b/o\",\"token\":\"CANARY\"}"_s;
    QTest::newRow("token in JSON with blanks") << u"{ \"token\" : \"CANARY\" }"_s;
    QTest::newRow("password of a URL") << u"redis://user:CANARY@host:6379/0"_s;
    QTest::newRow("password holding an at sign") << u"redis://user:CAN@CANARY@host/0"_s;
    QTest::newRow("quoted inside JSON") << u"{\"token\":\"a\\\"CANARY\"}"_s;
    QTest::newRow("shared access signature") << u"https://s/o?sv=1&sig=CANARY"_s;
}

void TestLogging::secretsAreMasked()
{
    QFETCH(QString, text);

    const QString result = masked(text);

    QVERIFY2(!result.contains(u"CANARY"), qPrintable(result));
    QVERIFY2(result.contains(u"***"), qPrintable(result));
}

void TestLogging::ordinaryTextStays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sentence") << u"download of b/s 012+ü#.tif: 20 %, 3 of 15"_s;
    QTest::newRow("URL") << u"GET https://host:8000/v1/buckets/b/o?redirect=false"_s;
    QTest::newRow("e-mail") << u"somebody@medisin.uio.no"_s;
    QTest::newRow("uuid") << u"job 8c0af0d0-447c-44a0-8873-b47fa91140e3 done"_s;
    QTest::newRow("name with a key") << u"monkey=1 tokenizer=2"_s;
    QTest::newRow("tab") << u"a\tb"_s;
    QTest::newRow("the word token") << u"The token has expired: sign in again"_s;
    QTest::newRow("path with an at sign") << u"https://host/v1/buckets/b/a@b.tif"_s;
}

void TestLogging::ordinaryTextStays()
{
    QFETCH(QString, text);

    QCOMPARE(masked(text), text);
}

void TestLogging::controlCharactersBecomeBlanks()
{
    QCOMPARE(masked(u"a\nb\r\x1b[31mc\x7f"_s + QChar(0x85) + QChar(0x2028) + u'd'),
             u"a b  [31mc   d"_s);
}

void TestLogging::maskingTwiceChangesNothingMore()
{
    const QString once = masked(u"Bearer abc https://u:p@h/?token=x"_s);

    QCOMPARE(masked(once), once);
}

void TestLogging::textLinesAreForPeople()
{
    const QByteArray line
        = logLine(LogFormat::Text, QtWarningMsg, u"createzoom.app"_s, u"Bearer CANARY"_s);

    QVERIFY2(line.endsWith("Z warning createzoom.app: Bearer ***\n"), line.constData());
    QVERIFY(
        QDateTime::fromString(QString::fromLatin1(line.left(line.indexOf(' '))), Qt::ISODateWithMs)
            .isValid());
}

void TestLogging::jsonLinesAreObjects_data()
{
    QTest::addColumn<QtMsgType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("message");
    QTest::newRow("ordinary") << QtInfoMsg << u"the store is back"_s << u"info"_s
                              << u"the store is back"_s;
    QTest::newRow("quotes") << QtWarningMsg << u"a \"name\" \\ of ä"_s << u"warning"_s
                            << u"a \"name\" \\ of ä"_s;
    QTest::newRow("two lines") << QtCriticalMsg << u"a\nb"_s << u"error"_s << u"a b"_s;
    QTest::newRow("secret") << QtDebugMsg << u"Bearer CANARY"_s << u"debug"_s << u"Bearer ***"_s;
}

void TestLogging::jsonLinesAreObjects()
{
    QFETCH(const QtMsgType, type);
    QFETCH(const QString, text);

    const QByteArray line = logLine(LogFormat::Json, type, u"createzoom.app"_s, text);

    QCOMPARE(line.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QTEST(object[u"level"].toString(), "level");
    QTEST(object[u"message"].toString(), "message");
    QCOMPARE(object[u"category"].toString(), u"createzoom.app"_s);
    QVERIFY(QDateTime::fromString(object[u"time"].toString(), Qt::ISODateWithMs).isValid());
    QCOMPARE(object.size(), 4);
}

void TestLogging::linesSayWhatTheirThreadIsAt()
{
    const auto line = [] {
        return QJsonDocument::fromJson(
                   logLine(LogFormat::Json, QtInfoMsg, u"createzoom.app"_s, u"x"_s))
            .object();
    };
    {
        const LogContext request(LogContext::Kind::Request, u"r1"_s);
        const LogContext job(LogContext::Kind::Job, u"j1"_s);
        {
            const LogContext other(LogContext::Kind::Job, u"j2"_s);
            QCOMPARE(line()[u"job_id"].toString(), u"j2"_s);
        }
        QCOMPARE(line()[u"job_id"].toString(), u"j1"_s);
        QCOMPARE(line()[u"request_id"].toString(), u"r1"_s);
        QVERIFY(logLine(LogFormat::Text, QtInfoMsg, u"createzoom.app"_s, u"x"_s)
                    .endsWith(" info createzoom.app: [r1] x\n"));
        std::thread([&line] { QVERIFY(!line().contains(u"job_id"_s)); }).join();
    }
    QVERIFY(!line().contains(u"job_id"_s));
    QVERIFY(!line().contains(u"request_id"_s));
}

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
