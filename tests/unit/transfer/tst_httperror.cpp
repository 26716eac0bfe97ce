// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/httperror.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class HttpErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalBecomesTheErrorOfItsKind_data();
    void aRefusalBecomesTheErrorOfItsKind();
    void theSentenceNamesTheObject();
    void theDetailHoldsNothingThatWasSigned();
    void retryAfterIsSecondsOrADate_data();
    void retryAfterIsSecondsOrADate();
    void contentRangeIsReadStrictly_data();
    void contentRangeIsReadStrictly();
    void onlyASimpleEtagIsAnMd5_data();
    void onlyASimpleEtagIsAnMd5();
};

void HttpErrorTest::aRefusalBecomesTheErrorOfItsKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");

    QTest::newRow("bad request") << 400 << QByteArray() << ErrorCode::InvalidRequest;
    QTest::newRow("too large") << 400 << "<Error><Code>EntityTooLarge</Code></Error>"_ba
                               << ErrorCode::Limit;
    QTest::newRow("store waited too long")
        << 400 << "<Code>RequestTimeout</Code>"_ba << ErrorCode::Network;
    QTest::newRow("damaged on the way")
        << 400 << "<Code>BadDigest</Code>"_ba << ErrorCode::Checksum;
    QTest::newRow("no token") << 401 << R"({"detail":"Not authenticated"})"_ba
                              << ErrorCode::AuthRequired;
    QTest::newRow("expired") << 401 << R"({"detail":"Signature has expired"})"_ba
                             << ErrorCode::AuthExpired;
    QTest::newRow("no right") << 403 << QByteArray() << ErrorCode::Forbidden;
    QTest::newRow("quota") << 403 << "<Code>QuotaExceeded</Code>"_ba << ErrorCode::Limit;
    QTest::newRow("not there") << 404 << QByteArray() << ErrorCode::NotFound;
    QTest::newRow("request timeout") << 408 << QByteArray() << ErrorCode::Network;
    QTest::newRow("changed") << 412 << QByteArray() << ErrorCode::Checksum;
    QTest::newRow("payload") << 413 << QByteArray() << ErrorCode::Limit;
    QTest::newRow("detail is a list")
        << 422 << R"({"detail":[{"msg":"bad"}]})"_ba << ErrorCode::InvalidRequest;
    QTest::newRow("too many") << 429 << QByteArray() << ErrorCode::Throttled;
    QTest::newRow("server error") << 500 << QByteArray() << ErrorCode::RemoteFailure;
    QTest::newRow("slow down") << 503 << "<Code>SlowDown</Code>"_ba << ErrorCode::RemoteFailure;
    QTest::newRow("redirect") << 302 << QByteArray() << ErrorCode::RemoteFailure;
    QTest::newRow("a status of no kind") << 1234 << QByteArray() << ErrorCode::RemoteFailure;
}

void HttpErrorTest::aRefusalBecomesTheErrorOfItsKind()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);

    const Error error = httpError({status, {}, body}, {u"a.tif"_s, u" in bucket b1"_s});

    QTEST(error.code, "code");
    QVERIFY(!error.message.isEmpty());
}

void HttpErrorTest::theSentenceNamesTheObject()
{
    const Error error = httpError({404, {}, {}}, {u"brain/s012.tif"_s, u" in bucket b1"_s});

    QCOMPARE(error.message, u"brain/s012.tif was not found in bucket b1"_s);
}

void HttpErrorTest::theDetailHoldsNothingThatWasSigned()
{
    const QByteArray body
        = "<Error><Code>SignatureDoesNotMatch</Code><StringToSign>AWS4 key-of-ours</StringToSign>"
          "<SignatureProvided>abcdef</SignatureProvided></Error>"_ba;

    const Error error = httpError({403, {}, body}, {u"a"_s, {}});

    QVERIFY(error.detail.contains(u"SignatureDoesNotMatch"_s));
    QVERIFY(!error.detail.contains(u"key-of-ours"_s));
    QVERIFY(!error.detail.contains(u"abcdef"_s));
}

void HttpErrorTest::retryAfterIsSecondsOrADate_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds"); // -1: not told

    QTest::newRow("seconds") << "120"_ba << qint64(120);
    QTest::newRow("blanks around") << " 7 "_ba << qint64(7);
    QTest::newRow("date") << "Mon, 23 Nov 2026 12:01:30 GMT"_ba << qint64(90);
    QTest::newRow("a date gone by") << "Sun, 22 Nov 2026 12:00:00 GMT"_ba << qint64(0);
    QTest::newRow("more digits than a number has")
        << "99999999999999999999"_ba << qint64(31'536'000);
    QTest::newRow("negative") << "-5"_ba << qint64(-1);
    QTest::newRow("words") << "later"_ba << qint64(-1);
    QTest::newRow("nothing") << ""_ba << qint64(-1);
}

void HttpErrorTest::retryAfterIsSecondsOrADate()
{
    QFETCH(QByteArray, value);
    const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), QTimeZone::utc());

    const auto parsed = parseRetryAfter(value, now);

    QTEST(parsed ? qint64(parsed->count()) : qint64(-1), "seconds");
}

void HttpErrorTest::contentRangeIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("total");

    QTest::newRow("part") << "bytes 5-9/100"_ba << true << qint64(5) << qint64(100);
    QTest::newRow("refusal") << "bytes */100"_ba << true << qint64(-1) << qint64(100);
    QTest::newRow("total not known") << "bytes 5-9/*"_ba << true << qint64(5) << qint64(-1);
    QTest::newRow("5 GiB and more")
        << "bytes 0-0/9000000000"_ba << true << qint64(0) << qint64(9'000'000'000);
    QTest::newRow("other unit") << "lines 5-9/100"_ba << false << qint64(-1) << qint64(-1);
    QTest::newRow("negative") << "bytes -5-9/100"_ba << false << qint64(-1) << qint64(-1);
    QTest::newRow("empty") << ""_ba << false << qint64(-1) << qint64(-1);
}

void HttpErrorTest::contentRangeIsReadStrictly()
{
    QFETCH(QByteArray, value);

    const auto range = parseContentRange(value);

    QTEST(range.has_value(), "isValid");
    QTEST(range.value_or(ContentRange{}).first, "first");
    QTEST(range.value_or(ContentRange{}).total, "total");
}

void HttpErrorTest::onlyASimpleEtagIsAnMd5_data()
{
    QTest::addColumn<QByteArray>("etag");
    QTest::addColumn<QString>("md5");

    const QByteArray md5 = "d41d8cd98f00b204e9800998ecf8427e"_ba;
    QTest::newRow("quoted") << '"' + md5 + '"' << QString::fromLatin1(md5);
    QTest::newRow("bare, capitals") << md5.toUpper() << QString::fromLatin1(md5);
    QTest::newRow("of several parts") << '"' + md5 + "-3\"" << QString();
    QTest::newRow("weak") << "W/\"" + md5 + '"' << QString();
    QTest::newRow("not hexadecimal") << '"' + QByteArray(32, 'x') + '"' << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void HttpErrorTest::onlyASimpleEtagIsAnMd5()
{
    QFETCH(QByteArray, etag);

    QTEST(md5OfEtag(etag), "md5");
}

QTEST_GUILESS_MAIN(HttpErrorTest)
#include "tst_httperror.moc"
