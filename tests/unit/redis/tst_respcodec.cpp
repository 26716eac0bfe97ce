// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/respcodec.h"
#include "tests/support/resultvalue.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;

using Kind = RespValue::Kind;

class TestRespCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandIsAListOfTexts();
    void bytesOfACommandAreLeftAlone();
    void answersAreRead_data();
    void answersAreRead();
    void answerInPiecesIsReadWhenItIsWhole();
    void listsMayHoldLists();
    void severalAnswersComeInOrder();
    void whatIsNoAnswerIsAnError();
};

void TestRespCodec::commandIsAListOfTexts()
{
    QCOMPARE(respCommand({"GET", "a b"}), QByteArray("*2\r\n$3\r\nGET\r\n$3\r\na b\r\n"));
}

void TestRespCodec::bytesOfACommandAreLeftAlone()
{
    const QByteArray bytes("\0\r\n\xff", 4);

    QCOMPARE(respCommand({"E", bytes}), "*2\r\n$1\r\nE\r\n$4\r\n" + bytes + "\r\n");
}

void TestRespCodec::answersAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("integer");
    const QByteArray none;
    QTest::newRow("text") << QByteArray("$2\r\nab\r\n") << Kind::Text << QByteArray("ab") << 0LL;
    QTest::newRow("empty") << QByteArray("$0\r\n\r\n") << Kind::Text << none << 0LL;
    QTest::newRow("status") << QByteArray("+OK\r\n") << Kind::Text << QByteArray("OK") << 0LL;
    QTest::newRow("number") << QByteArray(":-7\r\n") << Kind::Number << none << -7LL;
    QTest::newRow("number as text") << QByteArray("$13\r\n1800000000000\r\n") << Kind::Text
                                    << QByteArray("1800000000000") << 1'800'000'000'000LL;
    QTest::newRow("nothing") << QByteArray("$-1\r\n") << Kind::Nil << none << 0LL;
    QTest::newRow("no list") << QByteArray("*-1\r\n") << Kind::Nil << none << 0LL;
    QTest::newRow("refusal") << QByteArray("-ERR no\r\n") << Kind::Failure << QByteArray("ERR no")
                             << 0LL;
}

void TestRespCodec::answersAreRead()
{
    QFETCH(QByteArray, bytes);
    RespReader reader;
    reader.feed(bytes);

    const std::optional<RespValue> value = valueOf(reader.next());

    QVERIFY(value);
    QTEST(value->kind, "kind");
    QTEST(value->text, "text");
    QTEST(value->integer(), "integer");
    QVERIFY(!valueOf(reader.next()));
}

void TestRespCodec::answerInPiecesIsReadWhenItIsWhole()
{
    RespReader reader;
    for (const char *piece : {"*2\r", "\n$1\r\na\r\n$", "3\r\nb"}) {
        reader.feed(piece);
        QVERIFY(!valueOf(reader.next()));
    }

    reader.feed("cd\r\n");

    const std::optional<RespValue> value = valueOf(reader.next());
    QVERIFY(value);
    QCOMPARE(value->at(1).text, QByteArray("bcd"));
}

void TestRespCodec::listsMayHoldLists()
{
    RespReader reader;
    reader.feed("*2\r\n*1\r\n:5\r\n*0\r\n");

    const std::optional<RespValue> value = valueOf(reader.next());

    QVERIFY(value);
    QCOMPARE(value->at(0).at(0).number, 5);
    QCOMPARE(value->at(1).kind, Kind::List);
    QCOMPARE(value->at(9).kind, Kind::Nil);
}

void TestRespCodec::severalAnswersComeInOrder()
{
    RespReader reader;
    reader.feed(":1\r\n:2\r\n");

    QCOMPARE(valueOf(reader.next())->number, 1);
    QCOMPARE(valueOf(reader.next())->number, 2);
}

void TestRespCodec::whatIsNoAnswerIsAnError()
{
    RespReader reader;
    reader.feed("HTTP/1.1 400 Bad Request\r\n");

    const Result<std::optional<RespValue>> value = reader.next();

    QVERIFY(!value);
    QCOMPARE(value.error().code, ErrorCode::Unavailable);
}

QTEST_APPLESS_MAIN(TestRespCodec)
#include "tst_respcodec.moc"
