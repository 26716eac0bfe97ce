// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settingforms.h"
#include "core/imaging/sourceimage.h"
#include "core/imaging/vipsruntime.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

const QByteArray drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>";
const QByteArray document
    = "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 40 30]>>endobj\ntrailer<</Root 1 0 R>>\n";
const QByteArray pixmap = "P6 40 30 255\n" + QByteArray(40 * 30 * 3, 'x');

} // namespace

/// Which of libvips' untrusted loaders are open. What is open is the whole process': each row says.
class TestLoaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(openLoaders({})); }

    void aLoaderIsOpenWhenItIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("open");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("SVG, as usual") << drawing << QStringList() << false;
        QTest::newRow("SVG, named") << drawing << QStringList{u"openslide"_s, u"svg"_s} << true;
        QTest::newRow("SVG, another named") << drawing << QStringList{u"pdf"_s} << false;
        QTest::newRow("PDF, as usual") << document << QStringList() << false;
        QTest::newRow("PDF, named") << document << QStringList{u"pdf"_s} << true;
        QTest::newRow("PPM, as usual") << pixmap << QStringList() << true;
        QTest::newRow("PPM, another named") << pixmap << QStringList{u"jxl"_s} << false;
    }

    void aLoaderIsOpenWhenItIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, open);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"image"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QVERIFY(openLoaders(open));
        const Result<ImageInfo> info = readImageInfo(file.fileName());

        QTEST(info.has_value(), "isRead");
        if (info)
            QCOMPARE(info->size, QSize(40, 30));
    }

    void aListHasKnownNamesOnly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("the usual") << u"openslide,jp2k,jxl,openexr,ppm"_s << true;
        QTest::newRow("all others") << u"magick,pdf,svg,fits,mat,analyze"_s << true;
        QTest::newRow("unknown") << u"openslide,exe"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a comma too much") << u"svg,"_s << false;
    }

    void aListHasKnownNamesOnly()
    {
        QFETCH(QString, text);

        QTEST(isLoaderList(text), "isRight");
    }
};

QTEST_GUILESS_MAIN(TestLoaders)
#include "tst_loaders.moc"
