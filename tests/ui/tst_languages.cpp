// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spoken.h"
#include "tests/ui/windowtest.h"
#include "ui/language.h"

#include <QLineEdit>
#include <QToolBar>
#include <QToolButton>

using namespace createzoom;

/// What of the window depends on how long words are.
class TestLanguages : public WindowTest
{
    Q_OBJECT

private:
    QToolButton *toolButton(Deed deed) const
    {
        auto *bar = m_window->findChild<QToolBar *>();
        for (auto *button : bar->findChildren<QToolButton *>()) {
            if (button->defaultAction()
                && button->defaultAction() == m_window->findChild<WindowActions *>()->action(deed))
                return button;
        }
        return nullptr;
    }

    bool hasWords(Deed deed) const
    {
        return toolButton(deed)->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
    }

    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : languages())
            QTest::newRow(qPrintable(language)) << language;
    }

private Q_SLOTS:
    void init() { makeService(); }
    void cleanup() { m_window.reset(); }

    void theToolBarKeepsItsWordsAt1280Pixels_data() { addLanguages(); }

    void theToolBarKeepsItsWordsAt1280Pixels()
    {
        QFETCH(QString, language);
        const Spoken spoken(language);
        QVERIFY(spoken.isLoaded());
        show({});

        m_window->resize(1280, 800);

        for (const Deed deed : {Deed::AddFiles,
                                Deed::AddFolder,
                                Deed::ToggleQueue,
                                Deed::OpenOutput,
                                Deed::View,
                                Deed::Retry,
                                Deed::Cancel,
                                Deed::Remove})
            QTRY_VERIFY2(hasWords(deed), qPrintable(toolButton(deed)->text()));
    }

    void wordsGoOneAfterAnotherAndComeBack()
    {
        show({});
        const auto *bar = m_window->findChild<QToolBar *>();
        const auto *search = bar->findChild<QLineEdit *>();
        QFont large = m_window->font();
        large.setPointSizeF(large.pointSizeF() * 1.2);
        m_window->setFont(large);
        int last = -1;
        for (const int width : {1600, 1280, 1100, 900, 1600}) {
            m_window->resize(width, 700);
            QTRY_VERIFY(search->isVisible() && search->geometry().right() < bar->width());
            const int words = int(hasWords(Deed::Remove)) + int(hasWords(Deed::Retry))
                + int(hasWords(Deed::OpenOutput)) + int(hasWords(Deed::AddFiles));
            QVERIFY(hasWords(Deed::AddFiles) || !hasWords(Deed::Remove));
            QVERIFY(last < 0 || width == 1600 || words <= last);
            last = words;
        }
        QCOMPARE(last, 4);
    }

    void noWordOfAStateIsCut_data() { addLanguages(); }

    void noWordOfAStateIsCut()
    {
        QFETCH(QString, language);
        const Spoken spoken(language);
        QList<Job> jobs;
        for (const JobState state : allStates) {
            jobs << localJob(stateName(state), u"s.tif"_s, state);
            jobs.last().readyAt = 1;
        }
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            jobs << localJob(QString::number(code), u"s.tif"_s, JobState::Failed);
            jobs.last().error = Error{ErrorCode(code), u"No."_s};
        }
        jobs << localJob(u"full"_s, u"s.tif"_s, JobState::Blocked);
        jobs.last().error = Error{ErrorCode::DiskFull, u"No."_s};
        jobs << localJob(u"warned"_s, u"s.tif"_s, JobState::Done);
        jobs.last().warnings = {u"Well."_s};
        show(jobs);

        const int column = static_cast<int>(JobColumn::State);
        for (int row = 0; row < jobs.size(); ++row) {
            const QModelIndex cell = table()->model()->index(row, column);
            QVERIFY2(table()->sizeHintForIndex(cell).width() <= table()->columnWidth(column),
                     qPrintable(cell.data().toString()));
        }
    }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
