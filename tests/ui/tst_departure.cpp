// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sessiontest.h"
#include "ui/departure.h"
#include "ui/dialogs/closedialog.h"

#include <QApplication>
#include <QRadioButton>
#include <QTimer>

#include <functional>

using namespace createzoom;

namespace {

/// Does something with the dialog that comes up next.
void whenAsked(QObject *context, const std::function<void(CloseDialog &)> &answer)
{
    QTimer::singleShot(0, context, [context, answer] {
        auto *dialog = qobject_cast<CloseDialog *>(QApplication::activeModalWidget());
        if (dialog)
            answer(*dialog);
        else
            whenAsked(context, answer);
    });
}

} // namespace

/// Closing the window while jobs run.
class TestDeparture : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeBoard(); }

    void anIdleWindowClosesUnasked()
    {
        JobActivity activity;
        Departure departure(*m_service, activity, *m_settings, m_folder->path());
        activity.note({localJob(u"1"_s, u"s1.tif"_s)});
        QVERIFY(departure.mayClose(nullptr));
    }

    void closingWhileJobsRunAsks_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("drains");
        QTest::newRow("stay") << u"stay"_s << false << false;
        QTest::newRow("finish") << u"finish"_s << false << true;
        QTest::newRow("stop now") << u"stop"_s << true << false;
    }

    void closingWhileJobsRunAsks()
    {
        QFETCH(QString, answer);
        JobActivity activity;
        Departure departure(*m_service, activity, *m_settings, m_folder->path());
        QSignalSpy draining(&departure, &Departure::drainingBegan);
        QSignalSpy leave(&departure, &Departure::leave);
        activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        whenAsked(this, [&](CloseDialog &dialog) {
            QCOMPARE(dialog.findChildren<QRadioButton *>().size(), 3);
            if (answer == u"stay")
                return button(dialog, u"Stay"_s)->click();
            if (answer == u"stop")
                dialog.findChildren<QRadioButton *>().at(1)->click();
            button(dialog, u"Quit"_s)->click();
        });

        QTEST(departure.mayClose(nullptr), "closes");
        QTEST(departure.isDraining(), "drains");
        QCOMPARE(draining.size(), departure.isDraining() ? 1 : 0);
        activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Done)});
        if (answer == u"finish") {
            QVERIFY(leave.wait());
            QVERIFY(departure.mayClose(nullptr));
        }
        QCOMPARE(leave.size(), answer == u"finish" ? 1 : 0);
    }

    // Killed meanwhile, the queue was paused for good at the next start, and nobody knew why.
    void theQueueGoesOnAfterAnEndWhileTheLastJobsFinish_data()
    {
        QTest::addColumn<bool>("wasPaused");
        QTest::newRow("as it ran before") << false;
        QTest::newRow("but a pause that a person chose stays") << true;
    }

    void theQueueGoesOnAfterAnEndWhileTheLastJobsFinish()
    {
        QFETCH(bool, wasPaused);
        JobActivity activity;
        QVERIFY(m_engine->setQueuePaused(wasPaused));
        {
            WindowSettings values;
            values.closing = WindowSettings::Closing::Finish;
            saveWindowSettings(*m_settings, values);
            Departure departure(*m_service, activity, *m_settings, m_folder->path());
            activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
            QVERIFY(!departure.mayClose(nullptr));
            QTRY_VERIFY(m_engine->queue()->isPaused);
        } // the program is gone

        JobActivity again;
        const Departure departure(*m_service, again, *m_settings, m_folder->path());

        QTRY_COMPARE(m_engine->queue()->isPaused, wasPaused);
        QTRY_VERIFY(QDir(m_folder->path()).entryList({u"queue-held*"_s}).isEmpty());
    }

    void aPauseThatAPersonChoseStaysAtTheNextStart()
    {
        JobActivity activity;
        QVERIFY(m_engine->setQueuePaused(true));
        WindowSettings values;
        values.closing = WindowSettings::Closing::Finish;
        saveWindowSettings(*m_settings, values);
        Departure departure(*m_service, activity, *m_settings, m_folder->path());
        QSignalSpy leave(&departure, &Departure::leave);
        activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        QVERIFY(!departure.mayClose(nullptr));
        activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Done)});
        QVERIFY(leave.wait()); // all that it had to ask is asked
        QVERIFY(m_engine->queue()->isPaused);
    }

    void anAnswerCanBeRemembered()
    {
        JobActivity activity;
        WindowSettings values;
        values.closing = WindowSettings::Closing::StopNow;
        saveWindowSettings(*m_settings, values);
        Departure departure(*m_service, activity, *m_settings, m_folder->path());
        activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        QVERIFY(departure.mayClose(nullptr)); // nobody is asked
    }
};

QTEST_MAIN(TestDeparture)
#include "tst_departure.moc"
