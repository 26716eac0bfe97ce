// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogparts.h"
#include "ui/adding/bucketdialog.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

/// Images that are chosen from the list of a bucket.
class TestBucketDialog : public DialogTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeSettings(); }

    void imagesOfABucketBecomeJobs()
    {
        BucketDialog dialog(*m_settings, BucketDialog::Access::Open);
        QSignalSpy wanted(&dialog, &BucketDialog::listWanted);
        dialog.show();
        QTest::keyClicks(named<QLineEdit>(dialog, u"Folder of the bucket to list"_s), u"b1/raw/"_s);
        QTest::mouseClick(button(dialog, u"List"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).value<Location>().path, u"raw"_s);
        QVERIFY(button(dialog, u"Stop"_s));

        auto *view = dialog.findChild<QTreeView *>();
        dialog.addObjects({{u"raw/s10.tif"_s, 10}});
        QCOMPARE(view->model()->rowCount(), 1);
        QVERIFY(visibleTexts(dialog).contains(u"1 object"));
        dialog.addObjects({{u"raw/s2.tif"_s, 20}, {u"raw/read.me"_s, 1}});
        QVERIFY(button(dialog, u"Stop"_s)); // it goes on
        dialog.endList();
        QVERIFY(button(dialog, u"List"_s));
        QCOMPARE(view->model()->rowCount(), 2);
        QCOMPARE(view->model()->index(0, 0).data().toString(), u"raw/s2.tif"_s);
        QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(named<QLineEdit>(dialog, u"Folder of the bucket"_s), u"b1/zoom"_s);

        QTest::mouseClick(button(dialog, u"Add 2 images"_s), Qt::LeftButton);

        const QList<JobRequest> requests = dialog.requests();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0).source, (Location{u"b1"_s, u"raw/s2.tif"_s}));
        QCOMPARE(requests.at(0).target(), (Location{u"b1"_s, u"zoom/s2.tif.dzip"_s}));
    }

    void aListThatIsGivenUpKeepsWhatHasCome()
    {
        BucketDialog dialog(*m_settings, BucketDialog::Access::Open);
        QSignalSpy cancelled(&dialog, &BucketDialog::listCancelled);
        dialog.show();
        QTest::keyClicks(named<QLineEdit>(dialog, u"Folder of the bucket to list"_s), u"b1"_s);
        QTest::mouseClick(button(dialog, u"List"_s), Qt::LeftButton);
        dialog.addObjects({{u"s1.tif"_s, 10}, {u"s2.tif"_s, 10}});

        QTest::mouseClick(button(dialog, u"Stop"_s), Qt::LeftButton);
        dialog.addObjects({{u"late.tif"_s, 10}});

        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(dialog.findChild<QTreeView *>()->model()->rowCount(), 2);
        QTest::keyClicks(named<QLineEdit>(dialog, u"Folder of the bucket"_s), u"b1/zoom"_s);
        QTest::keyClick(dialog.findChild<QTreeView *>(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(button(dialog, u"Add 2 images"_s)->isEnabled());
    }

    void aBucketThatRefusesIsSaid()
    {
        BucketDialog dialog(*m_settings, BucketDialog::Access::ByToken);
        dialog.show();
        dialog.showError({ErrorCode::Forbidden, u"The token may not read bucket b1"_s});
        QVERIFY(visibleTexts(dialog).contains(u"may not read bucket b1"));
        QVERIFY(!button(dialog, u"List"_s)->isEnabled()); // no token
    }
};

QTEST_MAIN(TestBucketDialog)
#include "tst_bucketdialog.moc"
