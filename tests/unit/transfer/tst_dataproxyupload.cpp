// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transfer/dataproxyfixture.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

/// What is uploaded through the data-proxy, and when it counts as there.
class DataProxyUploadTest : public QObject, private DataProxyFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void anUploadSurvivesFaults_data();
    void anUploadSurvivesFaults();
    void anOlderObjectIsNotTakenForTheUpload_data();
    void anOlderObjectIsNotTakenForTheUpload();
    void anUploadThatAnotherReplacedIsDone();
    void anObjectTooLargeForTheStoreIsSaid();
    void aStopEndsAStalledTransfer();
};

void DataProxyUploadTest::anUploadSurvivesFaults_data()
{
    QTest::addColumn<QJsonObject>("fault");
    QTest::addColumn<QString>("error"); // empty: the object is there
    QTest::addColumn<QString>("message");

    const QString name = u"out/a.dzip could not be uploaded to bucket b1: "_s;
    QTest::newRow("cut at half") << fault("put", {{"drop_after"_L1, half}}) << QString()
                                 << QString();
    QTest::newRow("cut again and again")
        << fault("put", {{"drop_after"_L1, 0}}, always) << u"E_NETWORK"_s
        << name + u"the "_s; // "connection was cut" or "network failed"
    QTest::newRow("503 once") << fault("put", {{"status"_L1, 503}}) << QString() << QString();
    QTest::newRow("503 always") << fault("put", {{"status"_L1, 503}}, always) << u"E_REMOTE"_s
                                << u"The server failed (status 503) for out/a.dzip in bucket b1"_s;
    QTest::newRow("address refused once")
        << fault("put", {{"status"_L1, 403}}) << QString() << QString();
    QTest::newRow("refused with 403")
        << fault("put", {{"status"_L1, 403}}, always) << u"E_FORBIDDEN"_s
        << u"Access to out/a.dzip in bucket b1 was refused"_s;
    QTest::newRow("answers, stores nothing")
        << fault("put", {{"status"_L1, 200}}, always) << u"E_REMOTE"_s
        << u"out/a.dzip was uploaded, but bucket b1 does not list it with its size"_s;
    QTest::newRow("no address once")
        << fault("presign", {{"status"_L1, 200}}) << QString() << QString();
    QTest::newRow("no address always")
        << fault("presign", {{"status"_L1, 200}}, always) << u"E_REMOTE"_s
        << u"The data-proxy gave no usable answer for out/a.dzip in bucket b1"_s;
    QTest::newRow("no right to write") << fault("presign", {{"status"_L1, 403}}) << u"E_FORBIDDEN"_s
                                       << u"The token may not write to bucket b1"_s;
    QTest::newRow("token expired meanwhile")
        << fault("presign", {{"status"_L1, 401}}) << u"E_AUTH_REQUIRED"_s
        << u"The token was refused for out/a.dzip in bucket b1"_s;
}

void DataProxyUploadTest::anUploadSurvivesFaults()
{
    QFETCH(QJsonObject, fault);
    QFETCH(QString, error);
    QFETCH(QString, message);
    QFile::remove(m_standIn.root() + u"/b1/out/a.dzip"_s);
    QVERIFY(write(m_file, objectContent));
    QVERIFY(m_standIn.addFault(fault));

    const Result<void> sent
        = m_bucket->upload(m_file, md5Of(objectContent), {u"b1"_s, u"out/a.dzip"_s}, m_editor, {});

    QCOMPARE(sent ? QString() : errorName(sent.error().code), error);
    const QString said = sent ? QString() : sent.error().message;
    QVERIFY2(said.startsWith(message), qPrintable(said));
    QCOMPARE(m_standIn.hasObject(u"b1"_s, u"out/a.dzip"_s), error.isEmpty());
    if (sent)
        QCOMPARE(m_standIn.object(u"b1"_s, u"out/a.dzip"_s), objectContent);
    QVERIFY(m_standIn.log(u"PUT"_s, u"/api/"_s).size() <= 5);
}

void DataProxyUploadTest::anOlderObjectIsNotTakenForTheUpload_data()
{
    QTest::addColumn<QByteArray>("older");
    QTest::addColumn<bool>("isHashListed");
    QTest::addColumn<int>("status"); // of each upload; nothing is stored
    const QByteArray other(objectContent.size(), 'o');
    QTest::newRow("the same: only the answer was lost") << objectContent << true << 503;
    QTest::newRow("another of the same size") << other << true << 503;
    QTest::newRow("another of the same size, of unknown hash") << other << false << 503;
    QTest::newRow("another, and a store that lies") << other << true << 200;
}

void DataProxyUploadTest::anOlderObjectIsNotTakenForTheUpload()
{
    QFETCH(QByteArray, older);
    QFETCH(bool, isHashListed);
    QFETCH(int, status);
    QVERIFY(m_standIn.putObject(u"b1"_s, u"out/a.dzip"_s, older));
    QVERIFY(write(m_file, objectContent));
    QVERIFY(m_standIn.addFault(fault("put", {{"status"_L1, status}}, always)));
    QVERIFY(isHashListed || m_standIn.addFault(fault("list", {{"hash"_L1, ""_L1}}, always)));

    const Result<void> sent
        = m_bucket->upload(m_file, md5Of(objectContent), {u"b1"_s, u"out/a.dzip"_s}, m_editor, {});

    QCOMPARE(sent.has_value(), older == objectContent);
}

// Two jobs with one target: the first waited a minute for its bytes to be listed, then sent them
// again over those of the second.
void DataProxyUploadTest::anUploadThatAnotherReplacedIsDone()
{
    QVERIFY(write(m_file, objectContent));
    QVERIFY(m_standIn.addFault(fault("list", {{"hash"_L1, md5Of("another's")}}, always)));

    const Result<void> sent
        = m_bucket->upload(m_file, md5Of(objectContent), {u"b1"_s, u"out/a.dzip"_s}, m_editor, {});

    QVERIFY2(sent, sent ? "" : why(sent.error()).constData());
    QCOMPARE(m_pauses.size(), 0);
    QCOMPARE(m_standIn.log(u"PUT"_s, u"/store/"_s).size(), 1);
}

void DataProxyUploadTest::anObjectTooLargeForTheStoreIsSaid()
{
    BucketStandIn standIn({u"--max-put"_s, u"1000"_s});
    QVERIFY(standIn.makeBucket(u"b1"_s));
    DataProxyBucket bucket = makeBucket(standIn.apiUrl());
    QVERIFY(write(m_file, objectContent));

    const Result<void> sent = bucket.upload(m_file, {}, {u"b1"_s, u"a.dzip"_s}, m_editor, {});

    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Limit);
    QCOMPARE(standIn.log(u"PUT"_s, u"/store/"_s).size(), 1);
}

void DataProxyUploadTest::aStopEndsAStalledTransfer()
{
    QVERIFY(
        m_standIn.addFault(fault("put", {{"stall_after"_L1, half}, {"stall_s"_L1, 30}}, always)));
    QVERIFY(write(m_file, objectContent));
    std::stop_source stop;
    const StepControl control{stop.get_token(), [&](const StepProgress &) {
                                  stop.request_stop();
                              }};

    const Result<void> sent
        = m_bucket->upload(m_file, {}, {u"b1"_s, u"stopped"_s}, m_editor, control);

    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Cancelled);
    QVERIFY(!m_standIn.hasObject(u"b1"_s, u"stopped"_s));
}

QTEST_GUILESS_MAIN(DataProxyUploadTest)
#include "tst_dataproxyupload.moc"
