// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/conversionoptions.h"
#include "tests/support/resultvalue.h"

#include <QJsonArray>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

ConversionOptions unusual()
{
    return {.quality = 91,
            .tileSize = 512,
            .overlap = 0,
            .format = TileFormat::Png,
            .page = 3,
            .background = {1, 128, 254},
            .exists = ExistsPolicy::Rename,
            .shrink = Shrink::Nearest,
            .range = {RangeChoice::Kind::Given, -0.1, 4095},
            .damaged = DamagePolicy::Allow};
}

} // namespace

class TestConversionOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreThoseOfDzsave();
    void jsonRoundTripKeepsAll();
    void argumentsSetTheSameOptions();
    void valueInRangeIsTaken_data();
    void valueInRangeIsTaken();
    void valueOutOfRangeNamesTheOption_data();
    void valueOutOfRangeNamesTheOption();
    void refusedValueChangesNothing();
    void orderOfTileSizeAndOverlapInJsonIsFree();
    void jsonOfWrongTypeIsRefused_data();
    void jsonOfWrongTypeIsRefused();
    void presetIsAppliedBelowTheOtherFields();
    void presetsKeepWhatTheyDoNotSet();
    void unknownPresetIsRefused();
};

void TestConversionOptions::defaultsAreThoseOfDzsave()
{
    const ConversionOptions options;

    QCOMPARE(options.quality, 75);
    QCOMPARE(options.tileSize, 254);
    QCOMPARE(options.overlap, 1);
    QCOMPARE(options.format, TileFormat::Jpeg);
    QCOMPARE(formatName(options.format), u"jpeg"_s);
}

void TestConversionOptions::jsonRoundTripKeepsAll()
{
    QCOMPARE(valueOf(optionsFromJson(optionsToJson(unusual()))), unusual());
    QCOMPARE(valueOf(optionsFromJson(optionsToJson({}))), ConversionOptions{});
    QCOMPARE(optionsToJson(unusual()).value(u"tile_size").toInt(), 512);
    QCOMPARE(valueOf(optionsFromJson({})), ConversionOptions{});
}

void TestConversionOptions::argumentsSetTheSameOptions()
{
    ConversionOptions options;
    for (const QString &argument : optionsToArguments(unusual())) {
        QVERIFY2(argument.startsWith(u"--"), qPrintable(argument));
        checkOk(
            setOption(options, argument.section(u'=', 0, 0).sliced(2), argument.section(u'=', 1)));
    }

    QCOMPARE(options, unusual());
}

void TestConversionOptions::valueInRangeIsTaken_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("least quality") << u"quality"_s << u"1"_s;
    QTest::newRow("best quality") << u"quality"_s << u"100"_s;
    QTest::newRow("least tile") << u"tile-size"_s << u"16"_s;
    QTest::newRow("largest tile") << u"tile-size"_s << u"4096"_s;
    QTest::newRow("JSON's name") << u"tile_size"_s << u"256"_s;
    QTest::newRow("no overlap") << u"overlap"_s << u"0"_s;
    QTest::newRow("overlap") << u"overlap"_s << u"64"_s;
    QTest::newRow("best page") << u"page"_s << u"-1"_s;
    QTest::newRow("page") << u"page"_s << u"0"_s;
    QTest::newRow("colour") << u"background"_s << u"#0aF0b1"_s;
    QTest::newRow("colour without mark") << u"background"_s << u"000000"_s;
    QTest::newRow("fail") << u"exists"_s << u"fail"_s;
    QTest::newRow("nearest") << u"shrink"_s << u"nearest"_s;
    QTest::newRow("mode") << u"shrink"_s << u"mode"_s;
    QTest::newRow("own range") << u"range"_s << u"auto"_s;
    QTest::newRow("full range") << u"range"_s << u"full"_s;
    QTest::newRow("given range") << u"range"_s << u"-5,4095.5"_s;
    QTest::newRow("tiles kept") << u"tiles"_s << u"keep"_s;
    QTest::newRow("channels") << u"channels"_s << u"3,1,16"_s;
    QTest::newRow("a channel") << u"channels"_s << u"2"_s;
    QTest::newRow("no channels") << u"channels"_s << QString();
    QTest::newRow("damage allowed") << u"damaged"_s << u"allow"_s;
}

void TestConversionOptions::valueInRangeIsTaken()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    ConversionOptions options;

    checkOk(setOption(options, name, value));

    const QString json = QString(name).replace(u'-', u'_');
    const QVariant set = optionsToJson(options).value(json).toVariant();
    const QString expected
        = name == u"background" && !value.startsWith(u'#') ? u'#' + value : value;
    QCOMPARE(set.toString(), expected.toLower());
}

void TestConversionOptions::valueOutOfRangeNamesTheOption_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("no quality") << u"quality"_s << u"0"_s;
    QTest::newRow("too much quality") << u"quality"_s << u"101"_s;
    QTest::newRow("words") << u"quality"_s << u"high"_s;
    QTest::newRow("empty") << u"quality"_s << u""_s;
    QTest::newRow("fraction") << u"quality"_s << u"75.5"_s;
    QTest::newRow("small tile") << u"tile-size"_s << u"15"_s;
    QTest::newRow("large tile") << u"tile-size"_s << u"4097"_s;
    QTest::newRow("beyond 32 bits") << u"tile-size"_s << u"4294967550"_s;
    QTest::newRow("negative overlap") << u"overlap"_s << u"-1"_s;
    QTest::newRow("large overlap") << u"overlap"_s << u"128"_s;
    QTest::newRow("page") << u"page"_s << u"-2"_s;
    QTest::newRow("format") << u"format"_s << u"jpg"_s;
    QTest::newRow("one number") << u"range"_s << u"5"_s;
    QTest::newRow("three numbers") << u"range"_s << u"1,2,3"_s;
    QTest::newRow("range upside down") << u"range"_s << u"9,9"_s;
    QTest::newRow("endless range") << u"range"_s << u"0,inf"_s;
    QTest::newRow("no policy") << u"damaged"_s << u"yes"_s;
    QTest::newRow("format in capitals") << u"format"_s << u"JPEG"_s;
    QTest::newRow("colour name") << u"background"_s << u"white"_s;
    QTest::newRow("short colour") << u"background"_s << u"#fff"_s;
    QTest::newRow("colour and line break") << u"background"_s << u"#ffffff\n"_s;
    QTest::newRow("policy") << u"exists"_s << u"overwrite"_s;
    QTest::newRow("unknown") << u"colour"_s << u"1"_s;
}

void TestConversionOptions::valueOutOfRangeNamesTheOption()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    ConversionOptions options;

    const Result<void> set = setOption(options, name, value);

    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::InvalidRequest);
    QVERIFY2(set.error().message.contains(name), qPrintable(set.error().message));
    QCOMPARE(options, ConversionOptions{});
}

void TestConversionOptions::refusedValueChangesNothing()
{
    ConversionOptions options{.tileSize = 20, .overlap = 10};

    QVERIFY(!setOption(options, u"tile-size", u"19"_s));
    QVERIFY(!setOption(options, u"overlap", u"11"_s));

    QCOMPARE(options, (ConversionOptions{.tileSize = 20, .overlap = 10}));
}

void TestConversionOptions::orderOfTileSizeAndOverlapInJsonIsFree()
{
    // "overlap" comes before "tile_size" in a QJsonObject, and tile sizes are checked against it.
    const ConversionOptions large{.tileSize = 4096, .overlap = 64};
    const ConversionOptions small{.tileSize = 16, .overlap = 8};

    QCOMPARE(valueOf(optionsFromJson(optionsToJson(large))), large);
    QCOMPARE(valueOf(optionsFromJson(optionsToJson(small))), small);
    QVERIFY(!optionsFromJson({{u"overlap"_s, 9}, {u"tile_size"_s, 16}}));
}

void TestConversionOptions::jsonOfWrongTypeIsRefused_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("truth value") << QJsonValue(true);
    QTest::newRow("array") << QJsonValue(QJsonArray{75});
    QTest::newRow("object") << QJsonValue(QJsonObject{});
    QTest::newRow("fraction") << QJsonValue(75.5);
    QTest::newRow("huge") << QJsonValue(1e300);
}

void TestConversionOptions::jsonOfWrongTypeIsRefused()
{
    QFETCH(QJsonValue, value);

    QVERIFY(!optionsFromJson({{u"quality"_s, value}}));
    QVERIFY(!optionsFromJson({{u"preset"_s, value}}));
    QVERIFY(!optionsFromJson({{u"no_such_option"_s, value}}));
}

void TestConversionOptions::presetIsAppliedBelowTheOtherFields()
{
    const ConversionOptions options
        = valueOf(optionsFromJson({{u"format"_s, u"jpeg"_s}, {u"preset"_s, u"segmentation"_s}}));

    QCOMPARE(options.format, TileFormat::Jpeg);
    QCOMPARE(options.overlap, 0);
    QCOMPARE(options.shrink, Shrink::Nearest);
}

void TestConversionOptions::presetsKeepWhatTheyDoNotSet()
{
    ConversionOptions options{.page = 4, .exists = ExistsPolicy::Fail};

    checkOk(applyPreset(options, u"segmentation"_s));
    QCOMPARE(options.page, 4);
    QCOMPARE(options.format, TileFormat::Png);
    checkOk(applyPreset(options, u"deepzoom"_s));

    QCOMPARE(options.exists, ExistsPolicy::Fail);
    QCOMPARE(options.format, TileFormat::Jpeg);
    QCOMPARE(options.overlap, 1);
}

void TestConversionOptions::unknownPresetIsRefused()
{
    ConversionOptions options;

    const Result<void> applied = applyPreset(options, u"fast"_s);

    QVERIFY(!applied);
    for (const QString &name : presetNames())
        QVERIFY(applied.error().message.contains(name));
}

QTEST_GUILESS_MAIN(TestConversionOptions)
#include "tst_conversionoptions.moc"
