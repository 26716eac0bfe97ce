// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transfer/dataproxyfixture.h"

#include <QTest>

#include <algorithm>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

/// Downloads, names, rights and listings; what is uploaded is tst_dataproxyupload's.
class DataProxyBucketTest : public QObject, private DataProxyFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void anObjectComesBackUnderItsName_data();
    void anObjectComesBackUnderItsName();
    void aNameThatLeadsElsewhereIsRefused_data();
    void aNameThatLeadsElsewhereIsRefused();
    void theStoreNeverSeesTheToken();
    void accessIsToldByTheRole_data();
    void accessIsToldByTheRole();
    void anExpiredTokenIsNotEvenSent();
    void nameThatNoObjectMayHaveIsRefusedAtOnce();
    void aDownloadSurvivesFaults_data();
    void aDownloadSurvivesFaults();
    void aCutDownloadGoesOnWhereItEnded();
    void aStoppedDownloadIsResumedByTheNext();
    void anObjectThatChangedIsFetchedAnew();
    void aPartThatIsNotTheObjectsIsFetchedAnew();
    void aPartThatIsAllIsOnlyChecked();
    void aFullDiskIsSaid();
    void anExpiredAddressIsRenewedBoundedly();
    void aServersWishForDelayIsKept();
    void aLongListingComesInPages();
    void aBucketThatIsNotThereIsNotFound();

private:
    Result<ReceivedFile> download(const QString &name, const StepControl &control = {});
};

Result<ReceivedFile> DataProxyBucketTest::download(const QString &name, const StepControl &control)
{
    return m_bucket->download({u"b1"_s, name}, m_file, m_editor, control);
}

void DataProxyBucketTest::anObjectComesBackUnderItsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("raw"); // on the wire

    QTest::newRow("plain") << u"plain.dzip"_s << objectContent << u"plain.dzip"_s;
    QTest::newRow("folders") << u"x/y/plain.dzip"_s << objectContent << u"x/y/plain.dzip"_s;
    QTest::newRow("signs") << u"a b+c#d?e%f:g&h.dzip"_s << objectContent
                           << u"a%20b%2Bc%23d%3Fe%25f%3Ag%26h.dzip"_s;
    QTest::newRow("encoded twice") << u"a%2Fb%20c"_s << objectContent << u"a%252Fb%2520c"_s;
    QTest::newRow("umlauts") << u"Größe/ä.dzip"_s << objectContent
                             << u"Gr%C3%B6%C3%9Fe/%C3%A4.dzip"_s;
    QTest::newRow("quotes") << u"it's \"(1)\"; {x}.dzip"_s << objectContent
                            << u"it%27s%20%22%281%29%22%3B%20%7Bx%7D.dzip"_s;
    QTest::newRow("empty") << u"empty.dzip"_s << QByteArray() << u"empty.dzip"_s;
}

void DataProxyBucketTest::anObjectComesBackUnderItsName()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, raw);
    QVERIFY(write(m_file, bytes));
    const QString copy = m_folder->path() + u"/copy"_s;
    const Location object{u"b1"_s, name};

    const Result<void> sent = m_bucket->upload(m_file, {}, object, m_editor, {});
    const Result<ReceivedFile> received = m_bucket->download(object, copy, m_editor, {});
    const Result<ObjectInfo> told = m_bucket->stat(object, m_editor, {});

    QVERIFY2(sent, sent ? "" : why(sent.error()).constData());
    QVERIFY2(received, received ? "" : why(received.error()).constData());
    QVERIFY2(told, told ? "" : why(told.error()).constData());
    QCOMPARE(m_standIn.object(u"b1"_s, name), bytes);
    QCOMPARE(read(copy), bytes);
    QCOMPARE(received->bytes, bytes.size());
    QCOMPARE(received->md5, md5Of(bytes));
    QCOMPARE(told->bytes, bytes.size());
    QVERIFY(!QFile::exists(copy + u".etag"_s));
    const QList<QJsonObject> puts = m_standIn.log(u"PUT"_s, u"/api/"_s);
    QCOMPARE(puts.size(), 1);
    QCOMPARE(puts.first()["raw"_L1].toString(), u"/api/v1/buckets/b1/"_s + raw);
}

void DataProxyBucketTest::aNameThatLeadsElsewhereIsRefused_data()
{
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("name");

    QTest::newRow("dots") << u"b1"_s << u"../../../_reset"_s;
    QTest::newRow("one dot") << u"b1"_s << u"./x"_s;
    QTest::newRow("no name") << u"b1"_s << QString();
    QTest::newRow("a folder") << u"b1"_s << u"x/"_s;
    QTest::newRow("no bucket") << QString() << u"x"_s;
    QTest::newRow("bucket with a slash") << u"b1/x"_s << u"y"_s;
    QTest::newRow("bucket of dots") << u".."_s << u"x"_s;
    QTest::newRow("control character") << u"b1"_s << u"a\nb"_s;
    QTest::newRow("too long") << u"b1"_s << QString(1025, u'n');
}

void DataProxyBucketTest::aNameThatLeadsElsewhereIsRefused()
{
    QFETCH(QString, bucket);
    QFETCH(QString, name);

    const Result<ReceivedFile> received = m_bucket->download({bucket, name}, m_file, m_editor, {});

    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::InvalidRequest);
    QVERIFY(m_standIn.log().isEmpty());
}

void DataProxyBucketTest::theStoreNeverSeesTheToken()
{
    QVERIFY(download(u"brain/s012.tif"_s));
    QVERIFY(m_bucket->upload(m_file, {}, {u"b1"_s, u"copy"_s}, m_editor, {}));

    const QList<QJsonObject> log = m_standIn.log();
    QVERIFY(log.size() >= 5);
    for (const QJsonObject &request : log) {
        const bool isStore = request["path"_L1].toString().startsWith(u"/store/"_s);
        QCOMPARE(request["authorization"_L1].toBool(), !isStore);
    }
    const QJsonObject put = m_standIn.log(u"PUT"_s, u"/store/"_s).first();
    QCOMPARE(put["length"_L1].toString(), QString::number(objectContent.size()));
    QCOMPARE(put["content_type"_L1].toString(), u"application/octet-stream"_s);
}

void DataProxyBucketTest::accessIsToldByTheRole_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<Bucket::Access>("access");
    QTest::addColumn<QString>("error"); // empty: granted
    QTest::addColumn<QString>("message");

    using enum Bucket::Access;
    QTest::newRow("editor writes")
        << "editor-token"_ba << u"b1"_s << Write << QString() << QString();
    QTest::newRow("editor reads") << "editor-token"_ba << u"b1"_s << Read << QString() << QString();
    QTest::newRow("viewer reads") << "viewer-token"_ba << u"b1"_s << Read << QString() << QString();
    QTest::newRow("viewer writes")
        << "viewer-token"_ba << u"b1"_s << Write << u"E_FORBIDDEN"_s
        << u"The token may not write to bucket b1 (its role there is viewer)"_s;
    QTest::newRow("no bucket") << "editor-token"_ba << u"b9"_s << Write << u"E_NOT_FOUND"_s
                               << u"Bucket b9 was not found"_s;
    QTest::newRow("expired") << "expired"_ba << u"b1"_s << Read << u"E_AUTH_EXPIRED"_s
                             << u"The token has expired (needed for bucket b1)"_s;
    QTest::newRow("unknown") << "stranger"_ba << u"b1"_s << Read << u"E_AUTH_REQUIRED"_s
                             << u"The token was refused for bucket b1"_s;
    QTest::newRow("none") << QByteArray() << u"b1"_s << Read << u"E_AUTH_REQUIRED"_s
                          << u"A token is needed for bucket b1"_s;
}

void DataProxyBucketTest::accessIsToldByTheRole()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, bucket);
    QFETCH(Bucket::Access, access);
    QFETCH(QString, error);

    const Result<void> granted = m_bucket->checkAccess({bucket, u"a"_s}, access, Secret(token), {});

    QCOMPARE(granted ? QString() : errorName(granted.error().code), error);
    QTEST(granted ? QString() : granted.error().message, "message");
}

void DataProxyBucketTest::anExpiredTokenIsNotEvenSent()
{
    const QByteArray claims = R"({"exp":1600000000})"_ba.toBase64(QByteArray::Base64UrlEncoding);
    const Secret token("e30."_ba + claims + ".sig"_ba);

    const auto granted = m_bucket->checkAccess({u"b1"_s, u"a"_s}, Bucket::Access::Read, token, {});

    QVERIFY(!granted);
    QCOMPARE(granted.error().code, ErrorCode::AuthExpired);
    QVERIFY(m_standIn.log().isEmpty());
}

// Before anything is converted: the store would refuse the archive.
void DataProxyBucketTest::nameThatNoObjectMayHaveIsRefusedAtOnce()
{
    const Location target{u"b1"_s, QString(1025, u'x')};

    const auto granted
        = m_bucket->checkAccess(target, Bucket::Access::Write, Secret("editor-token"), {});

    QVERIFY(!granted);
    QCOMPARE(granted.error().code, ErrorCode::InvalidRequest);
    QVERIFY(m_standIn.log().isEmpty());
}

void DataProxyBucketTest::aDownloadSurvivesFaults_data()
{
    QTest::addColumn<QJsonObject>("fault");
    QTest::addColumn<QString>("error"); // empty: the object arrives
    QTest::addColumn<QString>("message");

    const QString name = u"brain/s012.tif could not be downloaded from bucket b1: "_s;
    QTest::newRow("cut at half") << fault("get", {{"drop_after"_L1, half}}) << QString()
                                 << QString();
    QTest::newRow("cut at once") << fault("get", {{"drop_after"_L1, 0}}) << QString() << QString();
    QTest::newRow("cut again and again") << fault("get", {{"drop_after"_L1, 10}}, always)
                                         << u"E_NETWORK"_s << name + u"the connection was cut"_s;
    QTest::newRow("stalls at half")
        << fault("get", {{"stall_after"_L1, half}, {"stall_s"_L1, 30}}) << QString() << QString();
    QTest::newRow("stalls always")
        << fault("get", {{"stall_after"_L1, 10}, {"stall_s"_L1, 30}}, always) << u"E_NETWORK"_s
        << name + u"the transfer stalled"_s;
    QTest::newRow("503 once") << fault("get", {{"status"_L1, 503}}) << QString() << QString();
    QTest::newRow("503 always")
        << fault("get", {{"status"_L1, 503}}, always) << u"E_REMOTE"_s
        << u"The server failed (status 503) for brain/s012.tif in bucket b1"_s;
    QTest::newRow("address refused once")
        << fault("get", {{"status"_L1, 403}}) << QString() << QString();
    QTest::newRow("address refused always")
        << fault("get", {{"status"_L1, 403}}, always) << u"E_FORBIDDEN"_s
        << u"Access to brain/s012.tif in bucket b1 was refused"_s;
    QTest::newRow("gone meanwhile") << fault("get", {{"status"_L1, 404}}) << u"E_NOT_FOUND"_s
                                    << u"brain/s012.tif was not found in bucket b1"_s;
    QTest::newRow("no address once")
        << fault("presign", {{"status"_L1, 200}}) << QString() << QString();
    QTest::newRow("no address always")
        << fault("presign", {{"status"_L1, 200}}, always) << u"E_REMOTE"_s
        << u"The data-proxy gave no usable answer for brain/s012.tif in bucket b1"_s;
    QTest::newRow("data-proxy 500 once")
        << fault("presign", {{"status"_L1, 500}}) << QString() << QString();
    QTest::newRow("data-proxy 403") << fault("presign", {{"status"_L1, 403}}) << u"E_FORBIDDEN"_s
                                    << u"The token may not read bucket b1"_s;
    QTest::newRow("throttled for a minute")
        << fault("presign", {{"status"_L1, 429}, {"retry_after"_L1, 60}}) << u"E_THROTTLED"_s
        << u"The server asks to come back later for brain/s012.tif in bucket b1"_s;
}

void DataProxyBucketTest::aDownloadSurvivesFaults()
{
    QFETCH(QJsonObject, fault);
    QFETCH(QString, error);
    QVERIFY(m_standIn.addFault(fault));

    const Result<ReceivedFile> received = download(u"brain/s012.tif"_s);

    QCOMPARE(received ? QString() : errorName(received.error().code), error);
    QTEST(received ? QString() : received.error().message, "message");
    if (received) {
        QCOMPARE(received->md5, md5Of(objectContent));
        QCOMPARE(read(m_file), objectContent);
    }
    // A try is an address; Qt itself sends again what a fresh connection swallowed.
    QVERIFY(m_standIn.log(u"GET"_s, u"/api/"_s).size() <= 5);
}

void DataProxyBucketTest::aCutDownloadGoesOnWhereItEnded()
{
    QVERIFY(m_standIn.addFault(fault("get", {{"drop_after"_L1, half}})));
    QList<qint64> progress;

    QVERIFY(download(u"brain/s012.tif"_s, {.progress = [&](const StepProgress &p) {
                         progress << p.done;
                     }}));

    const QList<QJsonObject> gets = m_standIn.log(u"GET"_s, u"/store/"_s);
    QVERIFY(gets.size() >= 2); // Qt may have asked for the whole once more before it gave up
    QVERIFY(gets.first()["range"_L1].isNull());
    QCOMPARE(gets.last()["range"_L1].toString(), u"bytes=%1-"_s.arg(half));
    QCOMPARE(gets.last()["if_match"_L1].toString(), u'"' + md5Of(objectContent) + u'"');
    QCOMPARE(m_standIn.log(u"GET"_s, u"/api/"_s).size(), 2); // a new address for each try
    QVERIFY(std::is_sorted(progress.begin(), progress.end()));
    QCOMPARE(progress.last(), objectContent.size());
}

void DataProxyBucketTest::aStoppedDownloadIsResumedByTheNext()
{
    QVERIFY(m_standIn.addFault(fault("get", {{"stall_after"_L1, half}, {"stall_s"_L1, 30}})));
    std::stop_source stop;
    const StepControl control{stop.get_token(), [&](const StepProgress &p) {
                                  if (p.done == half)
                                      stop.request_stop();
                              }};
    const Result<ReceivedFile> stopped = download(u"brain/s012.tif"_s, control);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(read(m_file), objectContent.first(half));
    QVERIFY(QFile::exists(m_file + u".etag"_s));

    const Result<ReceivedFile> received = download(u"brain/s012.tif"_s);

    QVERIFY(received);
    QCOMPARE(received->md5, md5Of(objectContent));
    QCOMPARE(read(m_file), objectContent);
    QCOMPARE(m_standIn.log(u"GET"_s, u"/store/"_s).last()["range"_L1].toString(),
             u"bytes=%1-"_s.arg(half));
}

void DataProxyBucketTest::anObjectThatChangedIsFetchedAnew()
{
    QVERIFY(write(m_file, objectContent.first(half)));
    QVERIFY(write(m_file + u".etag"_s, '"' + md5Of(objectContent).toLatin1() + '"'));
    const QByteArray changed = "changed "_ba + objectContent;
    QVERIFY(m_standIn.putObject(u"b1"_s, u"brain/s012.tif"_s, changed));

    const Result<ReceivedFile> received = download(u"brain/s012.tif"_s);

    QVERIFY2(received, received ? "" : why(received.error()).constData());
    QCOMPARE(read(m_file), changed);
    QCOMPARE(received->md5, md5Of(changed));
}

void DataProxyBucketTest::aPartThatIsNotTheObjectsIsFetchedAnew()
{
    QVERIFY(write(m_file, QByteArray(half, 'x')));
    QVERIFY(write(m_file + u".etag"_s, '"' + md5Of(objectContent).toLatin1() + '"'));

    const Result<ReceivedFile> received = download(u"brain/s012.tif"_s);

    QVERIFY2(received, received ? "" : why(received.error()).constData());
    QCOMPARE(read(m_file), objectContent);
    QCOMPARE(m_standIn.log(u"GET"_s, u"/store/"_s).size(), 2);
}

void DataProxyBucketTest::aPartThatIsAllIsOnlyChecked()
{
    QVERIFY(write(m_file, objectContent));
    QVERIFY(write(m_file + u".etag"_s, '"' + md5Of(objectContent).toLatin1() + '"'));

    const Result<ReceivedFile> received = download(u"brain/s012.tif"_s);

    QVERIFY2(received, received ? "" : why(received.error()).constData());
    QCOMPARE(received->bytes, objectContent.size());
    QCOMPARE(m_standIn.log(u"GET"_s, u"/store/"_s).size(), 1);
}

void DataProxyBucketTest::aFullDiskIsSaid()
{
    QVERIFY(QFile::link(u"/dev/full"_s, m_file));

    const Result<ReceivedFile> received = download(u"brain/s012.tif"_s);

    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::DiskFull);
    QVERIFY(!received.error().message.contains(m_folder->path()));
}

void DataProxyBucketTest::anExpiredAddressIsRenewedBoundedly()
{
    BucketStandIn standIn({u"--url-seconds=-1"_s}); // expired when it is given
    QVERIFY(standIn.putObject(u"b1"_s, u"a.tif"_s, objectContent));
    DataProxyBucket bucket = makeBucket(standIn.apiUrl());

    const Result<ReceivedFile> received
        = bucket.download({u"b1"_s, u"a.tif"_s}, m_file, m_editor, {});

    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::RemoteFailure);
    QCOMPARE(received.error().message,
             u"The store's address for a.tif in bucket b1 was no longer valid"_s);
    QCOMPARE(standIn.log(u"GET"_s, u"/api/"_s).size(), 5);
    QCOMPARE(m_pauses.size(), 4);
}

void DataProxyBucketTest::aServersWishForDelayIsKept()
{
    QVERIFY(m_standIn.addFault(fault("get", {{"status"_L1, 503}, {"retry_after"_L1, 7}})));
    QVERIFY(m_standIn.addFault(fault("get", {{"status"_L1, 503}})));

    QVERIFY(download(u"brain/s012.tif"_s));

    // 7 s as asked, then the second delay of ours: 500 ms, doubled, times 0.75.
    QCOMPARE(m_pauses, (QList<milliseconds>{milliseconds(7000), milliseconds(750)}));
}

void DataProxyBucketTest::aLongListingComesInPages()
{
    for (int i = 0; i < 1003; ++i)
        QVERIFY(m_standIn.putObject(u"b2"_s, u"x+/%1"_s.arg(i, 5, 10, QLatin1Char('0')), "x"_ba));
    QVERIFY(m_standIn.putObject(u"b2"_s, u"y"_s, "y"_ba));
    QList<ObjectInfo> found;
    const auto listed
        = m_bucket->list(u"b2"_s, u"x+/"_s, m_editor, {}, [&](const auto &o) { found << o; });
    QVERIFY2(listed, listed ? "" : why(listed.error()).constData());
    QCOMPARE(listed->size(), 1003);
    QCOMPARE(found.size(), 1003);
    QCOMPARE(listed->last().name, u"x+/01002"_s);
    QCOMPARE(listed->last().md5, md5Of("x"_ba));
}

void DataProxyBucketTest::aBucketThatIsNotThereIsNotFound()
{
    const Result<QList<ObjectInfo>> listed = m_bucket->list(u"b9"_s, {}, m_editor, {});

    QVERIFY(!listed);
    QCOMPARE(listed.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(DataProxyBucketTest)
#include "tst_dataproxybucket.moc"
