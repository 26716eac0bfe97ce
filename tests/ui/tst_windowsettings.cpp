// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sessiontest.h"
#include "ui/adding/destinationeditor.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/watchpage.h"

#include <QComboBox>
#include <QGroupBox>
#include <QLineEdit>
#include <QListWidget>

using namespace createzoom;

/// What the window keeps, and the dialog for it.
class TestSettings : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeBoard(); }

    void settingsSurviveTheFile()
    {
        const WindowSettings values{
            .theme = ThemeChoice::Dark,
            .language = u"nb"_s,
            .closing = WindowSettings::Closing::Tray,
            .isNotified = false,
            .isKeptAwake = false,
            .isAskedEachTime = true,
            .isRestOn = false,
            .restPort = 0,
            .allowedOrigins = {u"https://a.org"_s, u"https://b.org"_s},
            .viewerCacheMiB = 128,
            .watchedFolders
            = {{u"/in, 1"_s, true},
               {u"/in2"_s, false},
               {u"/in3"_s,
                true,
                Destination{.kind = Destination::Kind::Bucket, .bucketFolder = u"lab/zoom"_s}}}};
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

    void aWatchedFolderMayHaveADestinationOfItsOwn()
    {
        SettingsDialog dialog(*m_settings, {});
        auto *page = dialog.findChild<WatchPage *>();
        page->addFolder({u"/in"_s});
        page->addFolder({u"/in2"_s});
        auto *elsewhere = page->findChild<QGroupBox *>();
        QVERIFY(!elsewhere->isChecked());
        elsewhere->setChecked(true);
        auto *editor = page->findChild<DestinationEditor *>();
        editor->setDestination({.kind = Destination::Kind::Folder});
        QVERIFY(!button(dialog, u"OK"_s)->isEnabled()); // which folder?
        editor->setDestination({.kind = Destination::Kind::Folder, .folder = u"/out"_s});

        auto *list = page->findChild<QListWidget *>();
        QVERIFY(list->item(1)->text().contains(u"/out"));
        list->setCurrentRow(0);
        QVERIFY(!elsewhere->isChecked());
        list->setCurrentRow(1);
        QVERIFY(elsewhere->isChecked());
        QCOMPARE(editor->destination().folder, u"/out"_s);
        QTest::mouseClick(button(dialog, u"OK"_s), Qt::LeftButton);

        QCOMPARE(loadWindowSettings(*m_settings).watchedFolders,
                 (QList<WatchedFolder>{
                     {u"/in"_s},
                     {u"/in2"_s,
                      true,
                      Destination{.kind = Destination::Kind::Folder, .folder = u"/out"_s}}}));
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
};

QTEST_MAIN(TestSettings)
#include "tst_windowsettings.moc"
