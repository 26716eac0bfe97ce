// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/sourceimage.h"
#include "tests/unit/imaging/testimages.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::testimages;

/// What an image will take, by its header: rows, or all of its pixels where the format wants that.
class TestMemoryEstimate : public QObject
{
    Q_OBJECT

private:
    static constexpr int width = 1200;
    static constexpr int height = 900;
    static constexpr qint64 samples = qint64{3} * width * height;

    QTemporaryDir m_folder;

    qint64 estimateOf(const QString &name, const char *options)
    {
        save(gradient(width, height), m_folder.filePath(name), options);
        const auto image = SourceImage::open(m_folder.filePath(name), {});
        return image ? (*image)->memoryEstimate() : -1;
    }

private Q_SLOTS:
    void wholeImagesCountWhereTheyAreKept_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<qint64>("kept");
        QTest::newRow("TIFF") << u"a.tif"_s << QByteArray() << qint64{0};
        QTest::newRow("PNG") << u"a.png"_s << QByteArray() << qint64{0};
        QTest::newRow("PNG, interlaced") << u"b.png"_s << QByteArray("[interlace]") << samples;
        QTest::newRow("JPEG, baseline") << u"a.jpg"_s << QByteArray() << qint64{0};
        QTest::newRow("JPEG, progressive")
            << u"b.jpg"_s << QByteArray("[interlace]") << 2 * samples;
        QTest::newRow("WebP") << u"a.webp"_s << QByteArray() << samples;
    }

    void wholeImagesCountWhereTheyAreKept()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, options);
        const qint64 rows = estimateOf(u"rows.tif"_s, "");

        QVERIFY(rows > 0);
        const qint64 kept = estimateOf(name, options.constData()) - rows;
        QTEST(kept, "kept");
    }
};

QTEST_GUILESS_MAIN(TestMemoryEstimate)
#include "tst_memoryestimate.moc"
