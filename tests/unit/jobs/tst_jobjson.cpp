// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobjson.h"
#include "tests/support/resultvalue.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

class TestJobJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestRoundTripKeepsAll();
    void requestWithoutOriginHasThatOfItsPlaces_data();
    void requestWithoutOriginHasThatOfItsPlaces();
    void factsRoundTripKeepsAll();
    void stepRecordsRoundTripKeepsAll();
    void requestWithUnknownOptionIsRefused();
    void artifactRoundTripKeepsAll();
    void stepRoundTripKeepsAll();
    void brokenBytesAreAnEmptyObject_data();
    void brokenBytesAreAnEmptyObject();
    void timesAreUtcWithZone();
};

void TestJobJson::requestRoundTripKeepsAll()
{
    const JobRequest request{.source = {u"b"_s, u"in/a+ü \"#.tif"_s},
                             .targetFolder = {{}, u"/o"_s},
                             .options = {.quality = 50, .page = 2},
                             .origin = Origin::WatchFolder,
                             .submitter = u"u1"_s};

    QCOMPARE(valueOf(requestFromJson(jsonObject(jsonBytes(toJson(request))))), request);
}

// Stores of the first schema hold such requests.
void TestJobJson::requestWithoutOriginHasThatOfItsPlaces_data()
{
    QTest::addColumn<QString>("sourceBucket");
    QTest::addColumn<QString>("targetBucket");
    QTest::addColumn<Origin>("origin");
    QTest::newRow("bucket to bucket") << u"b"_s << u"b"_s << Origin::Rest;
    QTest::newRow("local") << QString() << QString() << Origin::Window;
    QTest::newRow("local to bucket") << QString() << u"b"_s << Origin::Window;
}

void TestJobJson::requestWithoutOriginHasThatOfItsPlaces()
{
    QFETCH(QString, sourceBucket);
    QFETCH(QString, targetBucket);
    QJsonObject json = toJson(
        JobRequest{.source = {sourceBucket, u"a"_s}, .targetFolder = {targetBucket, u"o"_s}});
    json.remove(u"origin"_s);

    QTEST(valueOf(requestFromJson(json)).origin, "origin");
}

void TestJobJson::factsRoundTripKeepsAll()
{
    const JobFacts facts{.sourceBytes = (qint64{1} << 53) + 1,
                         .archiveBytes = 2,
                         .width = 3,
                         .height = 4,
                         .levels = 5,
                         .tiles = 6,
                         .micrometresPerPixel = 0.25};

    QCOMPARE(factsFromJson(jsonObject(jsonBytes(toJson(facts)))), facts);
    QCOMPARE(factsFromJson(toJson(JobFacts{})), JobFacts{});
}

void TestJobJson::stepRecordsRoundTripKeepsAll()
{
    const QList<StepRecord> steps{{Stage::Download, 1, 2, (qint64{1} << 53) + 1, {}},
                                  {Stage::Upload, 3, 0, 0, Error{ErrorCode::Network, u"cut"_s}}};

    QCOMPARE(stepRecordsFromJson(toJson(steps)), steps);
}

void TestJobJson::requestWithUnknownOptionIsRefused()
{
    QJsonObject json = toJson(JobRequest{});
    json.insert(u"options"_s, QJsonObject{{u"no_such_option"_s, 1}});

    QVERIFY(!requestFromJson(json));
}

void TestJobJson::artifactRoundTripKeepsAll()
{
    // Beyond what a double holds exactly.
    const Artifact artifact{.path = u"j/1/f"_s,
                            .bytes = (qint64{1} << 53) + 1,
                            .md5 = u"0a"_s,
                            .warnings = {u"plane 1 of 15"_s, u"ü"_s}};

    QCOMPARE(artifactFromJson(jsonObject(jsonBytes(toJson(artifact)))), artifact);
    QVERIFY(artifactFromJson({}).isEmpty());
}

void TestJobJson::stepRoundTripKeepsAll()
{
    const StepProgress step{StepProgress::Phase::Packing, 3, (qint64{1} << 53) + 1, u"packing ü"_s};

    const StepProgress back = stepFromJson(jsonObject(jsonBytes(toJson(step))));

    QCOMPARE(back.phase, step.phase);
    QCOMPARE(back.done, step.done);
    QCOMPARE(back.total, step.total);
    QCOMPARE(back.message, step.message);
}

void TestJobJson::brokenBytesAreAnEmptyObject_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("cut off") << QByteArray("{\"a\":1");
    QTest::newRow("garbage") << QByteArray("\xff\xfe\x00", 3);
}

void TestJobJson::brokenBytesAreAnEmptyObject()
{
    QFETCH(QByteArray, bytes);

    QVERIFY(jsonObject(bytes).isEmpty());
}

void TestJobJson::timesAreUtcWithZone()
{
    QCOMPARE(isoTime(1'795'454'457'105), u"2026-11-23T17:20:57.105Z"_s);
    QCOMPARE(isoTime(0), QString());
}

QTEST_GUILESS_MAIN(TestJobJson)
#include "tst_jobjson.moc"
