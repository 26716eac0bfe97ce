// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/floorwatch.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

/// An archive that grows, on a disk that has room or has none.
class TestFloorWatch : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 promised = 1'000;

private Q_SLOTS:
    void whoKeepsToItsPromiseGoesOn_data()
    {
        QTest::addColumn<qint64>("written");
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<qint64>("stoppedAt");
        QTest::newRow("as promised, room") << promised << false << qint64(0);
        QTest::newRow("as promised, none") << promised << true << qint64(0);
        QTest::newRow("more, room") << promised + 1 << false << qint64(0);
        QTest::newRow("more, none") << promised + 1 << true << promised + 1;
    }

    void whoKeepsToItsPromiseGoesOn()
    {
        QFETCH(qint64, written);
        QFETCH(bool, isFull);
        QFETCH(qint64, stoppedAt);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"archive"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(written));
        DiskRoom room(folder.path(), isFull ? std::numeric_limits<qint64>::max() : 0);
        DiskRoom::Promise promise(room, promised);
        int reports = 0;
        const StepControl outer{.progress = [&reports](const StepProgress &) {
            ++reports;
        }};
        FloorWatch watch(outer, room, promise, file.fileName(), promised);

        watch.control().report({});
        watch.control().report({});

        QCOMPARE(watch.stoppedAt(), stoppedAt);
        QCOMPARE(watch.control().stopRequested(), stoppedAt > 0);
        QCOMPARE(reports, 2);
    }

    void whoIsStoppedByOthersHasNotOutgrown()
    {
        QTemporaryDir folder;
        DiskRoom room(folder.path(), 0);
        DiskRoom::Promise promise(room, promised);
        std::stop_source stop;
        const StepControl outer{.stop = stop.get_token()};
        FloorWatch watch(outer, room, promise, folder.filePath(u"archive"_s), promised);
        QVERIFY(!watch.control().stopRequested());

        stop.request_stop();

        QVERIFY(watch.control().stopRequested());
        QCOMPARE(watch.stoppedAt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFloorWatch)
#include "tst_floorwatch.moc"
