// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/conversion.h"
#include "core/pipeline/thumbnail.h"
#include "testimages.h"
#include "tests/support/resultvalue.h"

#include <QFile>
#include <QSize>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace createzoom;
using namespace createzoom::testimages;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

class TestThumbnail : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    /// A pyramid of small tiles, so that a picture is joined from many.
    void convert(TileFormat format) const
    {
        Conversion conversion{.source = path(u"s.png"_s), .target = path(u"s.png.dzip"_s)};
        conversion.options.tileSize = 64;
        conversion.options.overlap = 2;
        conversion.options.format = format;
        valueOf(convertImage(conversion, {}));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        save(gradient(600, 400), path(u"s.png"_s));
    }

    void itIsTheWholePictureWithoutSeams_data()
    {
        QTest::addColumn<TileFormat>("format");
        QTest::addColumn<int>("side");
        QTest::addColumn<QSize>("size");

        QTest::newRow("jpeg, shrunk") << TileFormat::Jpeg << 256 << QSize(256, 171);
        QTest::newRow("png, shrunk") << TileFormat::Png << 256 << QSize(256, 171);
        QTest::newRow("png, a level as it is") << TileFormat::Png << 300 << QSize(300, 200);
        QTest::newRow("never enlarged") << TileFormat::Png << 1000 << QSize(600, 400);
    }
    void itIsTheWholePictureWithoutSeams()
    {
        QFETCH(const TileFormat, format);
        QFETCH(const int, side);
        QFETCH(const QSize, size);
        convert(format);

        checkOk(writeThumbnail(path(u"s.png.dzip"_s), path(u"t.png"_s), side));

        const auto picture
            = vips::VImage::new_from_file(path(u"t.png"_s).toLocal8Bit().constData());
        QCOMPARE(QSize(picture.width(), picture.height()), size);
        const auto wanted = gradient(600, 400).resize(
            double(size.width()) / 600,
            vips::VImage::option()->set("vscale", double(size.height()) / 400));
        // A tile at a wrong place, or one that is missing, is off by far more.
        const double worst = (picture - wanted).abs().max();
        QVERIFY2(worst < 24, qPrintable(QString::number(worst)));
    }

    void aDamagedTileIsSaid()
    {
        convert(TileFormat::Jpeg);
        QFile file(path(u"s.png.dzip"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes.replace("\xff\xd8\xff", "\xff\xd7\xff");
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
        file.close();

        const Result<void> written = writeThumbnail(path(u"s.png.dzip"_s), path(u"t.png"_s), 256);

        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Damaged);
        QVERIFY(!QFile::exists(path(u"t.png"_s)));
    }

    void aFolderThatIsNotThereIsSaid()
    {
        convert(TileFormat::Jpeg);

        const Result<void> written
            = writeThumbnail(path(u"s.png.dzip"_s), path(u"no/t.png"_s), 256);

        QVERIFY(!written);
        QVERIFY(written.error().message.startsWith(u"t.png cannot be written"_s));
    }
};

QTEST_GUILESS_MAIN(TestThumbnail)
#include "tst_thumbnail.moc"
