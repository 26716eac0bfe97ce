// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

/// An unsigned JSON Web Token that ended at `exp` (seconds since 1970).
QByteArray webToken(qint64 exp)
{
    const auto part = [](const QByteArray &text) {
        return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part("{\"alg\":\"none\"}") + '.' + part(json({{u"exp"_s, exp}, {u"sub"_s, u"u1"_s}}))
        + ".sig";
}

} // namespace

/// Bad input -> answer, one row each: what a client sends or a bucket holds, and what comes of it.
class TestBadInput : public QObject
{
    Q_OBJECT

private:
    ServiceFixture m_service;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_service.start(), m_service.server.log().constData()); }

    void init() { m_service.bucket.reset(); }

    void aRequestThatCannotBeTakenIsRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("detail");
        const QJsonObject good{{u"path"_s, u"b1/x.tif"_s},
                               {u"target_path"_s, u"b1/out"_s},
                               {u"token"_s, u"editor-token"_s}};
        const auto with = [&good](const QString &key, const QJsonValue &value) {
            QJsonObject changed = good;
            changed.insert(key, value);
            return json(changed);
        };
        QTest::newRow("empty object")
            << QByteArray("{}") << 400 << u"Missing required parameter: path"_s;
        QTest::newRow("empty path")
            << with(u"path"_s, u""_s) << 400 << u"Missing required parameter: path"_s;
        QTest::newRow("empty target_path")
            << with(u"target_path"_s, u""_s) << 400 << u"Missing required parameter: target_path"_s;
        QTest::newRow("empty token")
            << with(u"token"_s, u""_s) << 400 << u"Missing required parameter: token"_s;
        QTest::newRow("path a number")
            << with(u"path"_s, 5) << 400 << u"path must be a non-empty string"_s;
        QTest::newRow("target_path a list") << with(u"target_path"_s, QJsonArray{}) << 400
                                            << u"target_path must be a non-empty string"_s;
        QTest::newRow("token an object")
            << with(u"token"_s, QJsonObject{}) << 400 << u"token must be a non-empty string"_s;
        QTest::newRow("not JSON") << QByteArray("path=b1/x.tif") << 400 << QString();
        QTest::newRow("a JSON list") << QByteArray("[1]") << 400 << QString();
        QTest::newRow("cut JSON") << QByteArray("{\"path\":\"b1/x") << 400 << QString();
        QTest::newRow("no object in path") << with(u"path"_s, u"b1"_s) << 400 << QString();
        QTest::newRow("a folder as path") << with(u"path"_s, u"b1/folder/"_s) << 400 << QString();
        QTest::newRow(".. in path") << with(u"path"_s, u"b1/../b2/x.tif"_s) << 400 << QString();
        QTest::newRow(".. in target_path")
            << with(u"target_path"_s, u"b1/../../../v1/x"_s) << 400 << QString();
        QTest::newRow(". in target_path")
            << with(u"target_path"_s, u"b1/./x"_s) << 400 << QString();
        QTest::newRow("line break in path")
            << with(u"path"_s, u"b1/x\ny.tif"_s) << 400 << QString();
        QTest::newRow("NUL in path")
            << with(u"path"_s, QString(u"b1/x"_s + QChar(u'\0') + u"y"_s)) << 400 << QString();
        QTest::newRow("backslash in the name")
            << with(u"path"_s, u"b1/a\\b.tif"_s) << 400 << QString();
        QTest::newRow("name of 251 bytes")
            << with(u"path"_s, QString(u"b1/"_s + QString(251, u'x'))) << 400 << QString();
        QTest::newRow("token expired")
            << with(u"token"_s, QString::fromLatin1(webToken(1'000'000))) << 401 << QString();
    }

    void aRequestThatCannotBeTakenIsRefusedAtOnce()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, detail);
        const HttpReply reply = m_service.server.request("POST", u"/deepzoom"_s, body);

        QTEST(reply.status, "status");
        const QString said = reply.json().value(u"detail").toString();
        QVERIFY(!said.isEmpty());
        if (!detail.isEmpty())
            QCOMPARE(said, detail);
        QCOMPARE(reply.header("access-control-allow-origin"), "*");
    }

    void anImageThatCannotBeMadeFailsWithASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("sentence");
        const QByteArray editor = "editor-token";
        const QByteArray tiff = tiffImage({400, 300});
        const QByteArray jpeg = jpegImage({1200, 900});
        QTest::newRow("not there")
            << QByteArray() << editor << u"download_failed"_s << u"not found"_s;
        QTest::newRow("no right to write")
            << tiff << QByteArray("viewer-token") << u"download_failed"_s << u"may not write"_s;
        QTest::newRow("token refused")
            << tiff << QByteArray("nobody") << u"download_failed"_s << u"token"_s;
        QTest::newRow("token expired at the bucket")
            << tiff << QByteArray("expired") << u"download_failed"_s << u"expired"_s;
        QTest::newRow("empty file")
            << QByteArray("") << editor << u"download_failed"_s << u"empty"_s;
        QTest::newRow("text named .tif") << QByteArray("this is no image, only words\n") << editor
                                         << u"processing_failed"_s << u"image"_s;
        QTest::newRow("truncated TIFF")
            << tiff.left(tiff.size() / 2) << editor << u"processing_failed"_s << u"damaged"_s;
        QTest::newRow("truncated JPEG")
            << jpeg.left(jpeg.size() / 2) << editor << u"processing_failed"_s << u"damaged"_s;
        QTest::newRow("claims 4,000 gigapixels")
            << hugeClaimPng() << editor << u"processing_failed"_s << u"pixels"_s;
    }

    void anImageThatCannotBeMadeFailsWithASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, token);
        QFETCH(QString, sentence);
        const QString object
            = u"in/%1.tif"_s.arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'_'));
        if (!bytes.isNull())
            QVERIFY(m_service.put(object, bytes));
        const QString id = m_service.server.submit(u"b1/"_s + object, u"b1/out/"_s, token);
        const QJsonObject task = m_service.server.waitForEnd(id);

        QCOMPARE(task.value(u"status").toString(), u"failed"_s);
        QTEST(task.value(u"current_step").toString(), "step");
        const QString error = task.value(u"error").toString();
        QVERIFY2(error.contains(sentence), qPrintable(error));
        QVERIFY2(!error.contains(m_service.server.dataFolder()), qPrintable(error));
        QVERIFY(!m_service.hasObject(u"out/"_s + object.section(u'/', -1) + u".dzip"_s));
        QTRY_COMPARE(m_service.server.workFiles(), QStringList());
    }

    void aRightThatIsMissingIsFoundBeforeTheDownload()
    {
        QVERIFY(m_service.put(u"right.tif"_s, tiffImage({300, 200})));
        m_service.server.waitForEnd(
            m_service.server.submit(u"b1/right.tif"_s, u"b1/out"_s, "viewer-token"));

        QCOMPARE(m_service.transfers("GET", u"right.tif"_s), 0);
    }

    void anyNameWorks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("blanks") << u"my slide 1.tif"_s;
        QTest::newRow("plus") << u"a+b.tif"_s;
        QTest::newRow("hash") << u"a#1.tif"_s;
        QTest::newRow("question mark") << u"a?x=1.tif"_s;
        QTest::newRow("percent") << u"100%25.tif"_s;
        QTest::newRow("umlauts") << u"Gehirn-Übersicht-ß.tif"_s;
        QTest::newRow("Chinese") << u"脑切片.tif"_s;
        QTest::newRow("quotes and ampersand")
            << u"a%1b%2c&d<e>.tif"_s.arg(QChar(0x27)).arg(QChar(0x22));
        QTest::newRow("loader options") << u"x.tif[page=3]"_s;
        QTest::newRow("begins with a dash") << u"-o.tif"_s;
        QTest::newRow("ends in .zip") << u"x.zip"_s;
        QTest::newRow("ends in .szi") << u"x.szi"_s;
        QTest::newRow("ends in .dz") << u"x.dz"_s;
        QTest::newRow("no extension") << u"x"_s;
    }

    void anyNameWorks()
    {
        QFETCH(QString, name);
        QVERIFY(m_service.put(u"names/"_s + name, tiffImage({300, 200})));
        const QString id = m_service.server.submit(u"b1/names/"_s + name, u"b1/out names/#1?x/"_s);
        const QJsonObject task = m_service.server.waitForEnd(id);

        QVERIFY2(task.value(u"status").toString() == u"completed",
                 qPrintable(task.value(u"error").toString()));
        QCOMPARE(task.value(u"result").toString(),
                 u"Uploaded to b1/out names/#1?x/%1.dzip"_s.arg(name));
        QCOMPARE(judged(m_service.objectFile(u"out names/#1?x/%1.dzip"_s.arg(name)),
                        {u"--size"_s, u"300x200"_s}),
                 QString());
    }

    void aFaultOfTheBucketIsOvercome_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        const auto fault = [](const char *on, const char *key, int value, int times) {
            return QJsonObject{{u"match"_s, u"faulty"_s},
                               {u"on"_s, QLatin1String(on)},
                               {u"times"_s, times},
                               {QLatin1String(key), value}};
        };
        QTest::newRow("download cut at half") << fault("get", "drop_after", 100'000, 1);
        QTest::newRow("download answers 503") << fault("get", "status", 503, 1);
        QTest::newRow("upload cut") << fault("put", "drop_after", 10'000, 1);
        QTest::newRow("upload answers 503") << fault("put", "status", 503, 2);
        QTest::newRow("no presigned URL at first") << fault("presign", "status", 500, 2);
        QTest::newRow("slow down") << fault("presign", "status", 429, 1);
    }

    void aFaultOfTheBucketIsOvercome()
    {
        QFETCH(QJsonObject, fault);
        QVERIFY(m_service.put(u"faulty.tif"_s, tiffImage({300, 250})));
        QFile::remove(m_service.objectFile(u"out/faulty.tif.dzip"_s));
        QVERIFY(m_service.bucket.addFault(fault));
        const QJsonObject task
            = m_service.server.waitForEnd(m_service.server.submit(u"b1/faulty.tif"_s, u"b1/out"_s));

        QVERIFY2(task.value(u"status").toString() == u"completed",
                 qPrintable(task.value(u"error").toString()));
        QCOMPARE(judged(m_service.objectFile(u"out/faulty.tif.dzip"_s)), QString());
        QTRY_COMPARE(m_service.server.workFiles(), QStringList());
    }

    void anUploadThatIsRefusedFailsAtOnce()
    {
        QVERIFY(m_service.put(u"refused.tif"_s, tiffImage({300, 200})));
        QVERIFY(m_service.bucket.addFault({{u"match"_s, u"refused.tif.dzip"_s},
                                           {u"on"_s, u"put"_s},
                                           {u"times"_s, 100},
                                           {u"status"_s, 403}}));
        const QJsonObject task = m_service.server.waitForEnd(
            m_service.server.submit(u"b1/refused.tif"_s, u"b1/out"_s));

        QCOMPARE(task.value(u"current_step").toString(), u"upload_failed"_s);
        QVERIFY(!m_service.hasObject(u"out/refused.tif.dzip"_s));
        QTRY_COMPARE(m_service.server.workFiles(), QStringList());
    }

    void whatIsNotThereIsSaidPlainly_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("bearer");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("unknown id")
            << QByteArray("GET") << u"/deepzoom/status/8c0af0d0-447c-44a0-8873-b47fa91140e3"_s
            << QByteArray() << 404 << QByteArray("{\"detail\":\"Task not found\"}");
        QTest::newRow("no id at all")
            << QByteArray("GET") << u"/deepzoom/status/x%27%20or%201=1"_s << QByteArray() << 404
            << QByteArray("{\"detail\":\"Task not found\"}");
        QTest::newRow("other path") << QByteArray("GET") << u"/nothing"_s << QByteArray() << 404
                                    << QByteArray("{\"detail\":\"Not Found\"}");
        QTest::newRow("wrong method") << QByteArray("DELETE") << u"/deepzoom"_s << QByteArray()
                                      << 405 << QByteArray("{\"detail\":\"Method Not Allowed\"}");
        QTest::newRow("admin without token")
            << QByteArray("GET") << u"/deepzoom/tasks"_s << QByteArray() << 401
            << QByteArray("{\"detail\":\"Missing or invalid token\"}");
        QTest::newRow("admin with a bad token")
            << QByteArray("GET") << u"/deepzoom/tasks"_s << QByteArray("nobody") << 401
            << QByteArray("{\"detail\":\"Missing or invalid token\"}");
        QTest::newRow("admin of another domain")
            << QByteArray("GET") << u"/deepzoom/tasks"_s << QByteArray("viewer-token") << 403
            << QByteArray("{\"detail\":\"Unauthorized email domain\"}");
        QTest::newRow("admin without e-mail")
            << QByteArray("GET") << u"/deepzoom/tasks"_s << QByteArray("noemail-token") << 403
            << QByteArray("{\"detail\":\"Unauthorized email domain\"}");
        QTest::newRow("health") << QByteArray("GET") << u"/deepzoom/health"_s << QByteArray() << 200
                                << QByteArray("{\"status\":\"I\x27m alive!\"}");
    }

    void whatIsNotThereIsSaidPlainly()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, bearer);
        const HttpReply reply = m_service.server.request(method, path, {}, bearer);

        QTEST(reply.status, "status");
        QTEST(reply.body, "body");
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
