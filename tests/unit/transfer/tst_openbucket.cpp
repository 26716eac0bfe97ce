// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/openbucket.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class OpenBucketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAddressDecidesTheKind_data();
    void theAddressDecidesTheKind();
    void anAddressOfNoKindIsRefused_data();
    void anAddressOfNoKindIsRefused();
};

void OpenBucketTest::theAddressDecidesTheKind_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("needsToken");

    QTest::newRow("folder") << u"file:///srv/buckets"_s << false;
    QTest::newRow("folder with a blank") << u"file:///srv/my%20buckets"_s << false;
    QTest::newRow("data-proxy") << u"https://data-proxy.ebrains.eu/api"_s << true;
    QTest::newRow("stand-in") << u"http://127.0.0.1:8500/api/"_s << true;
}

void OpenBucketTest::theAddressDecidesTheKind()
{
    QFETCH(QString, url);
    Settings settings;
    settings.bucketUrl = url;

    const auto bucket = makeBucket(settings);

    QVERIFY(bucket);
    QTEST((*bucket)->needsToken(), "needsToken");
}

void OpenBucketTest::anAddressOfNoKindIsRefused_data()
{
    QTest::addColumn<QString>("url");

    QTest::newRow("empty") << QString();
    QTest::newRow("path") << u"/srv/buckets"_s;
    QTest::newRow("other scheme") << u"ftp://example.org/"_s;
    QTest::newRow("no host") << u"https:///api"_s;
    QTest::newRow("folder of another machine") << u"file://server/share"_s;
    QTest::newRow("password in the address") << u"https://me:secret@example.org/api"_s;
    QTest::newRow("query") << u"https://example.org/api?x=1"_s;
}

void OpenBucketTest::anAddressOfNoKindIsRefused()
{
    QFETCH(QString, url);
    Settings settings;
    settings.bucketUrl = url;

    const auto bucket = makeBucket(settings);

    QVERIFY(!bucket);
    QCOMPARE(bucket.error().code, ErrorCode::Usage);
    QVERIFY(!bucket.error().message.contains(u"secret"_s));
}

QTEST_GUILESS_MAIN(OpenBucketTest)
#include "tst_openbucket.moc"
