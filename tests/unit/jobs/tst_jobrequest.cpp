// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobrequest.h"
#include "tests/support/resultvalue.h"

#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

class TestJobRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectIsSplitAtTheFirstSlash_data();
    void objectIsSplitAtTheFirstSlash();
    void folderIsNormalised_data();
    void folderIsNormalised();
    void badNameIsRefusedEverywhere_data();
    void badNameIsRefusedEverywhere();
    void incompleteObjectIsRefused_data();
    void incompleteObjectIsRefused();
    void emptyFolderIsRefused_data();
    void emptyFolderIsRefused();
    void longestNameIsCountedInBytes();
    void archiveIsNamedAfterTheSource_data();
    void archiveIsNamedAfterTheSource();
};

void TestJobRequest::objectIsSplitAtTheFirstSlash_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << u"b/o.tif"_s << u"b"_s << u"o.tif"_s;
    QTest::newRow("folders") << u"b/x/y/o.tif"_s << u"b"_s << u"x/y/o.tif"_s;
    QTest::newRow("leading slash") << u"/b/o.tif"_s << u"b"_s << u"o.tif"_s;
    QTest::newRow("double slash is kept") << u"b/x//o.tif"_s << u"b"_s << u"x//o.tif"_s;
    QTest::newRow("blanks") << u"b/a b .tif"_s << u"b"_s << u"a b .tif"_s;
    QTest::newRow("marks") << u"b/a+b#c?d%25e&f.tif"_s << u"b"_s << u"a+b#c?d%25e&f.tif"_s;
    QTest::newRow("umlauts") << u"b/Größe é 日本.tif"_s << u"b"_s << u"Größe é 日本.tif"_s;
    QTest::newRow("beyond the first plane") << u"b/🧠.tif"_s << u"b"_s << u"🧠.tif"_s;
    QTest::newRow("dots in a name") << u"b/..a/b..c/....tif"_s << u"b"_s << u"..a/b..c/....tif"_s;
    QTest::newRow("brackets") << u"b/x.tif[page=1]"_s << u"b"_s << u"x.tif[page=1]"_s;
    QTest::newRow("backslash") << u"b/..\\x.tif"_s << u"b"_s << u"..\\x.tif"_s;
    QTest::newRow("percent dots") << u"b/%2e%2e/x.tif"_s << u"b"_s << u"%2e%2e/x.tif"_s;
}

void TestJobRequest::objectIsSplitAtTheFirstSlash()
{
    QFETCH(QString, text);
    QFETCH(QString, bucket);
    QFETCH(QString, path);

    const Location location = valueOf(parseObject(text, u"path"_s));

    QCOMPARE(location.bucket, bucket);
    QCOMPARE(location.path, path);
    QVERIFY(!location.isLocal());
}

void TestJobRequest::folderIsNormalised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"b/out"_s << u"b/out"_s;
    QTest::newRow("slash at the end") << u"b/out/"_s << u"b/out"_s;
    QTest::newRow("slashes everywhere") << u"//b///out//x//"_s << u"b/out/x"_s;
    QTest::newRow("root of the bucket") << u"b"_s << u"b/"_s;
    QTest::newRow("root with a slash") << u"b/"_s << u"b/"_s;
    QTest::newRow("marks") << u"b/a b+c#d?x=1/"_s << u"b/a b+c#d?x=1"_s;
    QTest::newRow("umlauts") << u"b/Übersicht/"_s << u"b/Übersicht"_s;
}

void TestJobRequest::folderIsNormalised()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);

    QCOMPARE(valueOf(parseFolder(text, u"target_path"_s)).text(), expected);
}

void TestJobRequest::badNameIsRefusedEverywhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("parent") << u"b/../c/o"_s;
    QTest::newRow("parent first") << u"../b/o"_s;
    QTest::newRow("parent last") << u"b/x/.."_s;
    QTest::newRow("parent as the bucket") << u"../o"_s;
    QTest::newRow("this folder") << u"b/./o"_s;
    QTest::newRow("this folder as the bucket") << u"./o"_s;
    QTest::newRow("null") << u"b/a"_s + QChar(0) + u'b';
    QTest::newRow("line break") << u"b/a\nb"_s;
    QTest::newRow("tab") << u"b/a\tb"_s;
    QTest::newRow("delete") << u"b/a\x7f"_s;
    QTest::newRow("C1 control") << u"b/a"_s + QChar(0x85);
    QTest::newRow("half a surrogate") << u"b/a"_s + QChar(0xd83e);
    QTest::newRow("replacement of broken UTF-8") << u"b/a"_s + QChar(QChar::ReplacementCharacter);
    QTest::newRow("too long") << u"b/"_s + QString(1030, u'x');
}

void TestJobRequest::badNameIsRefusedEverywhere()
{
    QFETCH(QString, text);

    for (const Result<Location> &parsed :
         {parseObject(text, u"some_field"_s), parseFolder(text, u"some_field"_s)}) {
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::InvalidRequest);
        QVERIFY2(parsed.error().message.startsWith(u"some_field "),
                 qPrintable(parsed.error().message));
    }
}

void TestJobRequest::incompleteObjectIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("bucket alone") << u"b"_s;
    QTest::newRow("no object") << u"b/"_s;
    QTest::newRow("folder") << u"b/x/"_s;
    QTest::newRow("slash") << u"/"_s;
    QTest::newRow("slashes") << u"//"_s;
    QTest::newRow("no bucket") << u"//o"_s;
    QTest::newRow("only slashes after the bucket") << u"b//"_s;
}

void TestJobRequest::incompleteObjectIsRefused()
{
    QFETCH(QString, text);

    const Result<Location> parsed = parseObject(text, u"path"_s);

    QVERIFY(!parsed);
    QCOMPARE(parsed.error().message, u"path must be <bucket>/<object>"_s);
}

void TestJobRequest::emptyFolderIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("slashes") << u"///"_s;
}

void TestJobRequest::emptyFolderIsRefused()
{
    QFETCH(QString, text);

    QVERIFY(!parseFolder(text, u"target_path"_s));
}

void TestJobRequest::longestNameIsCountedInBytes()
{
    const QString longest = u"b/"_s + QString(511, u'ü'); // 1,024 bytes

    QVERIFY(parseObject(longest, u"path"_s));
    QVERIFY(!parseObject(longest + u'x', u"path"_s));
    QVERIFY(parseObject(u"b/"_s + QString(125, u'ü'),
                        u"path"_s)); // ".dzip" still fits into a file's name
    QVERIFY(!parseSource(u"b/"_s + QString(125, u'ü') + u'x', u"path"_s));
}

void TestJobRequest::archiveIsNamedAfterTheSource_data()
{
    QTest::addColumn<Location>("source");
    QTest::addColumn<Location>("folder");
    QTest::addColumn<QString>("target");
    const Location object{u"b"_s, u"in/s 012.tif"_s};
    QTest::newRow("folder") << object << Location{u"b"_s, u"out"_s} << u"b/out/s 012.tif.dzip"_s;
    QTest::newRow("root") << object << Location{u"b"_s, {}} << u"b/s 012.tif.dzip"_s;
    QTest::newRow("local") << Location{{}, u"/a/s.tif"_s} << Location{{}, u"/o"_s}
                           << u"/o/s.tif.dzip"_s;
    QTest::newRow("local root") << Location{{}, u"/a/s.tif"_s} << Location{{}, u"/"_s}
                                << u"/s.tif.dzip"_s;
}

void TestJobRequest::archiveIsNamedAfterTheSource()
{
    QFETCH(Location, source);
    QFETCH(Location, folder);
    QFETCH(QString, target);
    const JobRequest request{.source = source, .targetFolder = folder};

    QCOMPARE(request.target().text(), target);
    QVERIFY(target.endsWith(request.archiveName()));
    QCOMPARE(request.archiveName(), request.sourceName() + u".dzip"_s);
}

QTEST_GUILESS_MAIN(TestJobRequest)
#include "tst_jobrequest.moc"
