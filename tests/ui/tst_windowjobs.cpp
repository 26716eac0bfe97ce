// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowtest.h"
#include "ui/details/errorpanel.h"
#include "ui/details/throughputgraph.h"
#include "ui/dialogs/tokendialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace createzoom;

/// What people do with the jobs in the window.
class TestWindowJobs : public WindowTest
{
    Q_OBJECT

private:
    QString errorWords() const
    {
        QStringList words;
        for (const QLabel *label : m_window->findChild<ErrorPanel *>()->findChildren<QLabel *>())
            words << label->text();
        return words.join(u'\n');
    }

    void clickFilter(const QString &name, Qt::KeyboardModifiers modifiers) const
    {
        const QModelIndexList found
            = filters()->model()->match(filters()->model()->index(0, 0),
                                        Qt::DisplayRole,
                                        name,
                                        1,
                                        Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        QTest::mouseClick(filters()->viewport(),
                          Qt::LeftButton,
                          modifiers,
                          filters()->visualRect(found.first()).center());
    }

private Q_SLOTS:
    void init() { makeService(); }

    void cleanup() { m_window.reset(); }

    void theErrorOfTheSelectedJobIsShownInFull()
    {
        show({localJob(u"f"_s, u"cut <b>.tif"_s, JobState::Failed)});

        select(0);

        const QString text = errorWords();
        QVERIFY2(text.contains(u"cut <b>.tif is damaged or cut off."), qPrintable(text));
        QVERIFY(text.contains(u"Copy it again from where it came, then retry."));
        QVERIFY(text.contains(u"E_DAMAGED"));
        QVERIFY(text.contains(u"Read error at scanline 1804"));
    }

    void aSecretInADetailIsNotShown()
    {
        Job job = localJob(u"f"_s, u"a.tif"_s, JobState::Failed);
        job.error->detail = u"Authorization: Bearer abcdefghijklmnop"_s;
        show({job});

        select(0);
        QVERIFY(errorWords().contains(u"Authorization"));
        QVERIFY(!errorWords().contains(u"abcdefghijklmnop"));
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);

        const QString report = QGuiApplication::clipboard()->text();
        QVERIFY(report.contains(u"E_DAMAGED"));
        QVERIFY(report.contains(u"/images/a.tif"));
        QVERIFY(!report.contains(u"abcdefghijklmnop"));
    }

    void aClickOnAFilterShowsThoseJobsOnly()
    {
        show(manyJobs());

        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(table()->model()->rowCount(), 5);
        clickFilter(u"Done"_s, Qt::NoModifier);
        QCOMPARE(table()->model()->rowCount(), 2);
        clickFilter(u"Running"_s, Qt::ControlModifier);
        QCOMPARE(table()->model()->rowCount(), 7);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);

        QCOMPARE(table()->model()->rowCount(), 30);
    }

    void aSearchFindsAndEscapeEndsIt()
    {
        show(manyJobs());

        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(search);
        QTest::keyClicks(search, u"s12.tif"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Escape);

        QTRY_COMPARE(table()->model()->rowCount(), 30);
        QVERIFY(table()->hasFocus());
    }

    void aSearchWithoutAMatchOffersToClearIt()
    {
        show(manyJobs());
        auto *search = m_window->findChild<QLineEdit *>();
        search->setText(u"nothing is called so"_s);
        QTRY_VERIFY(!table()->isVisible());

        for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == u"Clear filter")
                button->click();
        }

        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(table()->model()->rowCount(), 30);
        QVERIFY(search->text().isEmpty());
    }

    void theQueueIsPausedAndStarted()
    {
        show({localJob(u"1"_s, u"s1.tif"_s)});
        QTRY_VERIFY(menuTexts().contains(u"Pause queue"_s));

        QTest::keyClick(table(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(m_engine->queue()->isPaused);
        QTRY_VERIFY(menuTexts().contains(u"Start queue"_s));
        QTest::keyClick(table(), Qt::Key_P, Qt::ControlModifier);

        QTRY_VERIFY(!m_engine->queue()->isPaused);
    }

    void keysPauseAndResumeJobs()
    {
        show({localJob(u"1"_s, u"s1.tif"_s), localJob(u"2"_s, u"s2.tif"_s)});
        select(1);

        QTest::keyClick(table(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shownState(1), u"Paused"_s);
        QTest::keyClick(table(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shownState(1), u"Waiting"_s);

        QCOMPARE(shownState(0), u"Waiting"_s);
    }

    void allFailedJobsAreRetriedAtOnce()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Failed),
              localJob(u"2"_s, u"s2.tif"_s, JobState::Done),
              localJob(u"3"_s, u"s3.tif"_s, JobState::Failed)});
        QVERIFY(menuTexts().contains(u"Retry all failed (2)"_s));

        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);

        QTRY_COMPARE(shownState(0), u"Waiting"_s);
        QTRY_COMPARE(shownState(2), u"Waiting"_s);
        QCOMPARE(shownState(1), u"Done"_s);
    }

    void finishedJobsAreClearedButNotFailedOnes()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Failed),
              localJob(u"2"_s, u"s2.tif"_s, JobState::Done),
              localJob(u"3"_s, u"s3.tif"_s, JobState::Cancelled),
              localJob(u"4"_s, u"s4.tif"_s, JobState::Waiting)});

        QTest::keyClick(table(), Qt::Key_Delete, Qt::ControlModifier);

        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(shownState(0), u"Failed: damaged"_s);
        QCOMPARE(shownState(1), u"Waiting"_s);
    }

    void aFailureThatHappensIsSaidWithAWayOut()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        QVERIFY(!messages()->isVisible());

        m_engine->put(localJob(u"1"_s, u"s1.tif"_s, JobState::Failed));
        QTRY_VERIFY(messages()->isVisible());
        QCOMPARE(messages()->text(), u"A job failed."_s);
        for (QPushButton *button : messages()->findChildren<QPushButton *>()) {
            if (button->text() == u"Retry")
                button->click();
        }

        QTRY_COMPARE(shownState(0), u"Waiting"_s);
        QTRY_VERIFY(!messages()->isVisible());
    }

    void failuresOfBeforeAreNotNews()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Failed)});

        QVERIFY(!messages()->isVisible());
    }

    void theLogIsFetchedWhenItIsLookedAt()
    {
        m_engine->setLog(u"1"_s, {u"INFO first line"_s, u"ERROR Bearer abcdefghijklmnop"_s});
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Failed)});
        select(0);

        QTest::keyClick(table(), Qt::Key_L, Qt::ControlModifier);

        QCOMPARE(details()->currentTab(), DetailsPane::Tab::Log);
        const auto *text = details()->currentWidget()->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(text->toPlainText().contains(u"first line"));
        QVERIFY(!text->toPlainText().contains(u"abcdefghijklmnop"));
        QVERIFY(!m_engine->wasCalledOnGuiThread());
    }

    void aTabComesBackWithItsJob()
    {
        show({localJob(u"1"_s, u"s1.tif"_s), localJob(u"2"_s, u"s2.tif"_s)});
        select(0);
        details()->openTab(DetailsPane::Tab::Steps);

        table()->clearSelection();
        QCOMPARE(details()->currentTab(), DetailsPane::Tab::Overview);
        select(1);

        QCOMPARE(details()->currentTab(), DetailsPane::Tab::Steps);
    }

    void columnsAreRemembered()
    {
        const int hidden = static_cast<int>(JobColumn::Speed);
        show({localJob(u"1"_s, u"s1.tif"_s)});
        QVERIFY(!table()->isColumnHidden(hidden));
        table()->setColumnHidden(hidden, true);
        m_window->close();

        show({localJob(u"2"_s, u"s2.tif"_s)}, 2);

        QVERIFY(table()->isColumnHidden(hidden));
        table()->resetColumns();
        QVERIFY(!table()->isColumnHidden(hidden));
    }

    void theSpeedIsDrawnFromTheFirstSecond()
    {
        ThroughputGraph graph;
        graph.resize(300, graph.height());
        const QImage before = graph.grab().toImage();

        graph.addSecond(6e6);

        QCOMPARE(graph.samples(), QList<double>{6e6});
        QVERIFY(graph.grab().toImage() != before);
        for (int second = 1; second < 10; ++second)
            graph.addSecond(second < 9 ? 6e6 : 16e6);
        QCOMPARE(graph.samples(), QList<double>{7e6});
        graph.addSecond(1e6);
        QCOMPARE(graph.samples(), QList<double>({7e6, 1e6}));
    }

    void numbersSortDownwardsFirst()
    {
        show({localJob(u"1"_s, u"s1.tif"_s)});
        QHeaderView *header = table()->horizontalHeader();
        const int size = static_cast<int>(JobColumn::Size);

        QTest::mouseClick(header->viewport(),
                          Qt::LeftButton,
                          {},
                          QPoint(header->sectionViewportPosition(size) + 20, header->height() / 2));

        QCOMPARE(header->sortIndicatorSection(), size);
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void keysCancelRetryAndRemove()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Waiting),
              localJob(u"2"_s, u"s2.tif"_s, JobState::Failed),
              localJob(u"3"_s, u"s3.tif"_s, JobState::Done)});

        select(0);
        QTest::keyClick(table(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(shownState(0), u"Cancelled"_s);
        select(1);
        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(shownState(1), u"Waiting"_s);
        select(2);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(table()->model()->rowCount(), 2);

        QCOMPARE(m_engine->all().size(), 2);
        QCOMPARE(shownState(0), u"Cancelled"_s);
        QVERIFY(!m_engine->wasCalledOnGuiThread());
    }

    void aJobOfABucketRunsAgainWithANewToken()
    {
        show({bucketJob(u"1"_s, u"s1.tif"_s, JobState::Failed)});
        select(0);

        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<TokenDialog *>());
        const auto *dialog = m_window->findChild<TokenDialog *>();
        dialog->findChild<QLineEdit *>()->setText(u"new"_s);
        dialog->findChild<QPushButton *>()->click();

        QTRY_COMPARE(shownState(0), u"Waiting"_s);
    }

    void f6GoesRoundThePanes()
    {
        show({localJob(u"1"_s, u"s1.tif"_s)});
        select(0);

        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(details()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(filters()->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(table()->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(filters()->hasFocus());
    }

    void whatCannotBeDoneSaysWhy()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        select(0);

        const QStringList possible{u"View"_s,
                                   u"Open source folder"_s,
                                   u"Pause"_s,
                                   u"Cancel"_s,
                                   u"Copy names and paths"_s,
                                   u"Copy report"_s,
                                   u"Options…"_s,
                                   u"Preview"_s,
                                   u"Select all"_s};
        for (const QAction *action : table()->actions()) {
            if (action->isSeparator())
                continue;
            const QString name = action->text().remove(u'&');
            QVERIFY2(action->isEnabled() == possible.contains(name), qPrintable(name));
            if (!action->isEnabled())
                QVERIFY2(action->toolTip().startsWith(u"Select "), qPrintable(name));
        }
    }
};

QTEST_MAIN(TestWindowJobs)
#include "tst_windowjobs.moc"
