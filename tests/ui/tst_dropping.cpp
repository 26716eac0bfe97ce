// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spoken.h"
#include "tests/ui/windowtest.h"
#include "ui/adding/addflow.h"
#include "ui/adding/dragscan.h"
#include "ui/adding/scanbar.h"
#include "ui/dropzone.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <future>
#include <memory>

using namespace createzoom;

/// Files over the window and on it, by real events of drag and drop.
class TestDropping : public WindowTest
{
    Q_OBJECT

private:
    static constexpr int many = 5000;

    QMimeData m_data{};

    void makeFiles(const QString &folder, int count, int bytes = 0)
    {
        QVERIFY(QDir(m_folder->path()).mkpath(folder));
        for (int i = 0; i < count; ++i) {
            QFile file(m_folder->filePath(u"%1/s%2.tif"_s.arg(folder).arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'x')) == bytes);
        }
    }

    void dragIn(const QStringList &names)
    {
        QList<QUrl> urls;
        for (const QString &name : names)
            urls << QUrl::fromLocalFile(m_folder->filePath(name));
        m_data.setUrls(urls);
        QDragEnterEvent enter(
            QPoint(20, 200), Qt::CopyAction, &m_data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QApplication::sendEvent(m_window.get(), &enter));
        QVERIFY(enter.isAccepted());
    }

    void drop()
    {
        QDropEvent event(QPointF(20, 200), Qt::CopyAction, &m_data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QApplication::sendEvent(m_window.get(), &event));
    }

    void leave()
    {
        QDragLeaveEvent event;
        QVERIFY(QApplication::sendEvent(m_window.get(), &event));
    }

    /// What the invitation says.
    QString invitation() const
    {
        for (const DropZone *zone : m_window->findChildren<DropZone *>()) {
            if (zone->isVisible())
                return zone->accessibleDescription();
        }
        return {};
    }

    AddFlow &adding() const { return *m_window->findChild<AddFlow *>(); }

private Q_SLOTS:
    void init() { makeService(); }
    void cleanup() { m_window.reset(); }

    void aDragSaysWhatItWouldAdd_data()
    {
        QTest::addColumn<QStringList>("dragged");
        QTest::addColumn<QString>("words");
        QTest::newRow("a folder and a file")
            << QStringList{u"brain"_s, u"other/s0.tif"_s} << u"Add 13 images (15 kB)"_s;
        QTest::newRow("one keeps its name")
            << QStringList{u"other/s0.tif"_s} << u"Add s0.tif (3 kB)"_s;
        QTest::newRow("one folder counts") << QStringList{u"brain"_s} << u"Add 12 images (12 kB)"_s;
        QTest::newRow("without a size") << QStringList{u"empty"_s} << u"Add 2 images"_s;
        QTest::newRow("none") << QStringList{u"nothing"_s} << u"No supported images in this drop"_s;
    }

    void aDragSaysWhatItWouldAdd()
    {
        QFETCH(QStringList, dragged);
        QFETCH(QString, words);
        makeFiles(u"brain/deep"_s, 12, 1000);
        makeFiles(u"other"_s, 1, 3000);
        makeFiles(u"empty"_s, 2);
        makeFiles(u"nothing"_s, 0);
        const Spoken english(u"en"_s); // has the plurals
        show({localJob(u"1"_s, u"s.tif"_s)});

        dragIn(dragged);

        QTRY_COMPARE(invitation(), words);
        leave();
        QCOMPARE(invitation(), QString());
        QVERIFY(m_engine->all().size() == 1);
    }

    void aDragThatHasLeftIsNotLookedAtAnyMore()
    {
        makeFiles(u"brain"_s, 12, 1000);
        makeFiles(u"other"_s, 1, 3000);
        const auto path = [this](const QString &name) {
            return m_folder->filePath(name);
        };
        DragScan scan;
        QSignalSpy counted(&scan, &DragScan::counted);

        scan.begin({path(u"brain"_s)});
        scan.end();
        scan.begin({path(u"brain"_s)});
        scan.begin({path(u"other"_s)}); // in the order in which they were asked for

        QVERIFY(counted.wait());
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counted.at(0).at(0).value<DragCount>(),
                 (DragCount{DragCount::State::Complete, {1, 3000}}));
    }

    void theWindowAnswersWhileFiveThousandFilesAreAdded()
    {
        makeFiles(u"scans"_s, many);
        show({});
        QSignalSpy ended(&adding(), &AddFlow::scanEnded);
        QSignalSpy added(&adding(), &AddFlow::added);
        // Those that add wait for an answer of the window again and again: were it blocked, so were
        // they.
        std::atomic<int> submissions = 0;
        int answers = 0;
        m_engine->setBeforeSubmit([&, window = m_window.get()] {
            if (submissions++ % 500 != 0 || QThread::currentThread() == window->thread())
                return;
            // Waits with a lock that the thread sanitizer knows: Qt is not built for it.
            const auto answered = std::make_shared<std::promise<void>>();
            QMetaObject::invokeMethod(window, [&answers, answered] {
                ++answers;
                answered->set_value();
            });
            answered->get_future().wait();
        });
        dragIn({u"scans"_s});

        drop();

        QVERIFY(ended.isEmpty()); // it is looked for elsewhere
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 1, 60'000);
        QCOMPARE(answers, many / 500);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), many, 60'000);
        QVERIFY(!m_engine->wasCalledOnGuiThread());
    }

    void nothingOfADropIsAddedWhenTheSearchIsStopped()
    {
        makeFiles(u"scans"_s, many);
        show({});
        QSignalSpy ended(&adding(), &AddFlow::scanEnded);
        QSignalSpy added(&adding(), &AddFlow::added);
        dragIn({u"scans"_s});
        drop();

        m_window->findChild<ScanBar *>()->findChild<QPushButton *>()->click();

        QVERIFY(ended.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
        makeFiles(u"other"_s, 1);
        dragIn({u"other/s0.tif"_s});
        drop();
        QTRY_COMPARE(added.size(), 1); // the next one is added, and it alone
        QCOMPARE(m_engine->all().size(), 1);
    }
};

QTEST_MAIN(TestDropping)
#include "tst_dropping.moc"
