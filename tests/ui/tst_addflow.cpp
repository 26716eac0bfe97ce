// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sessiontest.h"
#include "ui/adding/addflow.h"
#include "ui/adding/addsheet.h"

using namespace createzoom;

/// From what is dropped to the jobs, with the sheet between.
class TestAddFlow : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeBoard(); }

    void theFirstDropIsAskedAboutTheNextOneIsNot()
    {
        const QString image = write(u"s1.tif"_s);
        QWidget window;
        AddFlow flow(*m_service, nullptr, m_folder->path(), *m_settings, &window);
        QSignalSpy added(&flow, &AddFlow::added);
        QSignalSpy undone(&flow, &AddFlow::undone);

        flow.add({image}, NamedFiles::ImagesOnly);
        auto *sheet = window.findChild<AddSheet *>();
        QVERIFY(sheet);
        QTRY_VERIFY(button(*sheet, u"Add the image"_s));
        QTest::mouseClick(button(*sheet, u"Add the image"_s), Qt::LeftButton);
        QVERIFY(added.wait());

        flow.undo(added.at(0).at(0).value<AddReport>());
        QVERIFY(undone.wait());
        QVERIFY(m_engine->all().isEmpty());

        flow.add({image}, NamedFiles::ImagesOnly);
        QVERIFY(added.wait());
        QCOMPARE(m_engine->all().size(), 1);
    }
};

QTEST_MAIN(TestAddFlow)
#include "tst_addflow.moc"
