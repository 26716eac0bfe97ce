// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/samplejobs.h"
#include "ui/adding/addflow.h"
#include "ui/adding/addsheet.h"
#include "ui/adding/watchrunner.h"
#include "ui/departure.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/watchpage.h"
#include "ui/jobactivity.h"
#include "ui/notifier.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace createzoom;

namespace {

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (auto *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&') == text)
            return candidate;
    }
    return nullptr;
}

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

/// What goes on around the window: settings, closing, notices, watched folders.
class TestSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<QSettings> m_settings{};
    SecretBox m_keys = *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings
            = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
    }

    void settingsSurviveTheFile()
    {
        const WindowSettings values{.theme = ThemeChoice::Dark,
                                    .language = u"nb"_s,
                                    .closing = WindowSettings::Closing::Tray,
                                    .isNotified = false,
                                    .isKeptAwake = false,
                                    .isAskedEachTime = true,
                                    .isRestOn = false,
                                    .restPort = 0,
                                    .allowedOrigins = {u"https://a.org"_s, u"https://b.org"_s},
                                    .viewerCacheMiB = 128,
                                    .watchedFolders = {{u"/in, 1"_s, true}, {u"/in2"_s, false}}};
        saveWindowSettings(*m_settings, values);
        m_settings->sync();

        const QSettings again(m_settings->fileName(), QSettings::IniFormat);
        QCOMPARE(loadWindowSettings(again), values);
    }

    void nonsenseIsTheDefault_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("theme") << u"general/theme"_s << QVariant(u"pink"_s);
        QTest::newRow("language") << u"general/language"_s << QVariant(u"tlh"_s);
        QTest::newRow("switch") << u"general/notify"_s << QVariant(u"perhaps"_s);
        QTest::newRow("port") << u"server/port"_s << QVariant(70000);
        QTest::newRow("cache") << u"viewer/cacheMiB"_s << QVariant(u"much"_s);
        QTest::newRow("folders") << u"watch/folders"_s << QVariant(u"/in"_s);
    }

    void nonsenseIsTheDefault()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        m_settings->setValue(key, value);
        QCOMPARE(loadWindowSettings(*m_settings), WindowSettings());
    }

    void theDialogKeepsWhatWasSet()
    {
        SettingsDialog dialog(*m_settings, {u"/work"_s, 5'000'000'000});
        QSignalSpy changed(&dialog, &SettingsDialog::changed);
        dialog.show();
        QCOMPARE(dialog.values(), WindowSettings());
        dialog.findChild<QComboBox *>(u"theme"_s)->setCurrentIndex(2);
        dialog.findChild<WatchPage *>()->addFolder({u"/in"_s, true});
        dialog.findChild<WatchPage *>()->addFolder({u"/in"_s, true}); // it is there

        QTest::mouseClick(button(dialog, u"OK"_s), Qt::LeftButton);

        QCOMPARE(changed.size(), 1);
        const WindowSettings kept = loadWindowSettings(*m_settings);
        QCOMPARE(kept.theme, ThemeChoice::Dark);
        QCOMPARE(kept.watchedFolders, (QList<WatchedFolder>{{u"/in"_s, true}}));
        QVERIFY(!hasAddChoice(*m_settings)); // the sheet still asks the first time
    }

    void aPageThatIsNoneIsRefused()
    {
        SettingsDialog dialog(*m_settings, {});
        dialog.show();
        for (auto *line : dialog.findChildren<QLineEdit *>()) {
            if (line->placeholderText() == u"None")
                line->setText(u"example"_s);
        }
        QVERIFY(!button(dialog, u"OK"_s)->isEnabled());
    }

    void pagesAreReachedByKeys()
    {
        SettingsDialog dialog(*m_settings, {});
        dialog.show();
        auto *pages = dialog.findChild<QListWidget *>();
        pages->setFocus();
        QTest::keyClick(pages, Qt::Key_Down);
        QTest::keyClick(pages, Qt::Key_Down);
        QVERIFY(dialog.findChild<WatchPage *>()->isVisible());
    }

    void anIdleWindowClosesUnasked()
    {
        FakeBoardParts parts(m_keys);
        Departure departure(parts.service, parts.activity, *m_settings, m_folder->path());
        parts.activity.note({localJob(u"1"_s, u"s1.tif"_s)});
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
        FakeBoardParts parts(m_keys);
        Departure departure(parts.service, parts.activity, *m_settings, m_folder->path());
        QSignalSpy draining(&departure, &Departure::drainingBegan);
        QSignalSpy leave(&departure, &Departure::leave);
        parts.activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
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
        parts.activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Done)});
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
        FakeBoardParts parts(m_keys);
        QVERIFY(parts.engine.setQueuePaused(wasPaused));
        {
            WindowSettings values;
            values.closing = WindowSettings::Closing::Finish;
            saveWindowSettings(*m_settings, values);
            Departure departure(parts.service, parts.activity, *m_settings, m_folder->path());
            parts.activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
            QVERIFY(!departure.mayClose(nullptr));
            QTRY_VERIFY(parts.engine.queue()->isPaused);
        } // the program is gone

        JobActivity activity;
        const Departure departure(parts.service, activity, *m_settings, m_folder->path());

        QTRY_COMPARE(parts.engine.queue()->isPaused, wasPaused);
        QTRY_VERIFY(QDir(m_folder->path()).entryList({u"queue-held*"_s}).isEmpty());
    }

    void aPauseThatAPersonChoseStaysAtTheNextStart()
    {
        FakeBoardParts parts(m_keys);
        QVERIFY(parts.engine.setQueuePaused(true));
        WindowSettings values;
        values.closing = WindowSettings::Closing::Finish;
        saveWindowSettings(*m_settings, values);
        Departure departure(parts.service, parts.activity, *m_settings, m_folder->path());
        QSignalSpy leave(&departure, &Departure::leave);
        parts.activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        QVERIFY(!departure.mayClose(nullptr));
        parts.activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Done)});
        QVERIFY(leave.wait()); // all that it had to ask is asked
        QVERIFY(parts.engine.queue()->isPaused);
    }

    void anAnswerCanBeRemembered()
    {
        FakeBoardParts parts(m_keys);
        WindowSettings values;
        values.closing = WindowSettings::Closing::StopNow;
        saveWindowSettings(*m_settings, values);
        Departure departure(parts.service, parts.activity, *m_settings, m_folder->path());
        parts.activity.note({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        QVERIFY(departure.mayClose(nullptr)); // nobody is asked
    }

    void failuresAreGatheredToOneMessage()
    {
        qint64 now = 0;
        JobActivity activity;
        Notifier notifier(
            activity, [] { return false; }, [&] { return now; });
        QSignalSpy told(&notifier, &Notifier::notify);
        QList<Job> jobs;
        for (const auto &id : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
            jobs << localJob(id, id + u".tif"_s);
        activity.note(jobs);

        activity.note({localJob(u"1"_s, u"1.tif"_s, JobState::Failed)});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.at(0).at(1).toString(), u"1.tif"_s);
        activity.note({localJob(u"2"_s, u"2.tif"_s, JobState::Failed),
                       localJob(u"3"_s, u"3.tif"_s, JobState::Failed)});
        QCOMPARE(told.size(), 1);
        now = 30'000;
        notifier.tellWhatIsDue();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.at(1).at(1).toString(), u"2.tif, 3.tif"_s);

        activity.note({localJob(u"4"_s, u"4.tif"_s, JobState::Done)});
        QCOMPARE(told.size(), 3);
        QCOMPARE(told.at(2).at(1).toString(), u"1 done, 3 failed"_s);
    }

    void whoLooksAtTheWindowIsNotTold()
    {
        JobActivity activity;
        Notifier notifier(
            activity, [] { return true; }, [] { return qint64{0}; });
        QSignalSpy told(&notifier, &Notifier::notify);
        activity.note({localJob(u"1"_s, u"1.tif"_s)});
        activity.note({localJob(u"1"_s, u"1.tif"_s, JobState::Failed)});
        QCOMPARE(told.size(), 0);
    }

    void whatEndedAndWentBetweenTwoLooksIsNoLongerOpen()
    {
        JobActivity activity;
        QSignalSpy all(&activity, &JobActivity::allEnded);
        activity.note({localJob(u"a"_s, u"a"_s, JobState::Running)});

        activity.forget({u"a"_s, u"unknown"_s});

        QCOMPARE(activity.open(), 0);
        QCOMPARE(activity.running(), 0);
        QCOMPARE(all.count(), 1);
    }

    void whatEndedBeforeTheStartIsNoNews()
    {
        JobActivity activity;
        QSignalSpy ended(&activity, &JobActivity::jobEnded);
        activity.note({localJob(u"1"_s, u"1.tif"_s, JobState::Failed)});
        QCOMPARE(ended.size(), 0);
        QCOMPARE(activity.running(), 0);
    }

    void theFirstDropIsAskedAboutTheNextOneIsNot()
    {
        FakeBoardParts parts(m_keys);
        QFile image(m_folder->filePath(u"s1.tif"_s));
        QVERIFY(image.open(QIODevice::WriteOnly) && image.write("image") > 0);
        QWidget window;
        AddFlow flow(parts.service, nullptr, m_folder->path(), *m_settings, &window);
        QSignalSpy added(&flow, &AddFlow::added);
        QSignalSpy undone(&flow, &AddFlow::undone);

        flow.add({image.fileName()}, NamedFiles::ImagesOnly);
        auto *sheet = window.findChild<AddSheet *>();
        QVERIFY(sheet);
        QTRY_VERIFY(button(*sheet, u"Add the image"_s));
        QTest::mouseClick(button(*sheet, u"Add the image"_s), Qt::LeftButton);
        QVERIFY(added.wait());

        flow.undo(added.at(0).at(0).value<AddReport>());
        QVERIFY(undone.wait());
        QVERIFY(parts.engine.all().isEmpty());

        flow.add({image.fileName()}, NamedFiles::ImagesOnly);
        QVERIFY(added.wait());
        QCOMPARE(parts.engine.all().size(), 1);
    }

    void imagesThatArriveBecomeJobs()
    {
        FakeBoardParts parts(m_keys);
        QVERIFY(QDir(m_folder->path()).mkpath(u"in/deep"_s));
        for (const auto &name : {u"in/s1.tif"_s, u"in/deep/s2.tif"_s, u"in/s1.txt"_s}) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("image") > 0);
        }
        QFile there(m_folder->filePath(u"in/deep/s2.tif.dzip"_s));
        QVERIFY(there.open(QIODevice::WriteOnly));
        WatchRunner runner(parts.service,
                           m_folder->filePath(u"data"_s),
                           WatchRunner::BucketToken::Asked,
                           0ms,
                           1ms);
        QSignalSpy added(&runner, &WatchRunner::added);

        runner.watch({m_folder->filePath(u"in"_s)}, {});

        QVERIFY(added.wait());
        runner.watch({}, {}); // and no more
        QCOMPARE(parts.engine.all().size(), 1);
        QCOMPARE(parts.engine.all().at(0).request.origin, Origin::WatchFolder);
        QCOMPARE(parts.engine.all().at(0).request.sourceName(), u"s1.tif"_s);
        QVERIFY(!parts.engine.wasCalledOnGuiThread());
    }

    void imagesForABucketWaitForItsToken()
    {
        FakeBoardParts parts(m_keys);
        QVERIFY(QDir(m_folder->path()).mkpath(u"in"_s));
        QFile image(m_folder->filePath(u"in/s1.tif"_s));
        QVERIFY(image.open(QIODevice::WriteOnly) && image.write("image") > 0);
        image.close();
        WatchRunner runner(parts.service,
                           m_folder->filePath(u"data"_s),
                           WatchRunner::BucketToken::Asked,
                           0ms,
                           1ms);
        QSignalSpy wanted(&runner, &WatchRunner::tokenWanted);
        QSignalSpy notWanted(&runner, &WatchRunner::tokenNotWanted);
        QSignalSpy added(&runner, &WatchRunner::added);
        const AddChoice choice{
            .destination = {.kind = Destination::Kind::Bucket, .bucketFolder = u"lab/zoom"_s}};

        runner.watch({m_folder->filePath(u"in"_s)}, choice);
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.at(0).at(0).toString(), u"lab/zoom"_s);
        QVERIFY(parts.engine.all().isEmpty());

        runner.setToken(Secret("a token that does not say how long it holds"));
        QVERIFY(added.wait());
        QCOMPARE(notWanted.size(), 1);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(parts.engine.all().size(), 1);
        QCOMPARE(parts.engine.all().at(0).request.target(),
                 (Location{u"lab"_s, u"zoom/s1.tif.dzip"_s}));
        QVERIFY(parts.engine.all().at(0).request.source.isLocal());
    }

    void anExpiredTokenIsAskedForAgain()
    {
        FakeBoardParts parts(m_keys);
        WatchRunner runner(parts.service,
                           m_folder->filePath(u"data"_s),
                           WatchRunner::BucketToken::Asked,
                           0ms,
                           1ms);
        QSignalSpy wanted(&runner, &WatchRunner::tokenWanted);
        // {"alg":"none"}.{"exp":1}
        runner.setToken(Secret("eyJhbGciOiJub25lIn0.eyJleHAiOjF9.x"));

        runner.watch(
            {m_folder->path()},
            {.destination = {.kind = Destination::Kind::Bucket, .bucketFolder = u"lab/zoom"_s}});

        QVERIFY(wanted.wait());
    }

private:
    struct FakeBoardParts
    {
        explicit FakeBoardParts(const SecretBox &keys)
            : service(engine, keys, systemClock())
        {}
        FakeEngine engine{};
        JobService service;
        JobActivity activity{};
    };
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
