// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowtest.h"
#include "ui/dropzone.h"
#include "ui/jobcommands.h"
#include "ui/statusline.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QDialog>
#include <QDir>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QTabBar>
#include <QTreeWidget>
#include <QUrl>

using namespace createzoom;

namespace {

QList<QUrl> urlsOf(const QStringList &paths)
{
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    return urls;
}

} // namespace

class TestMainWindow : public WindowTest
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened << url; }

private:
    QList<QUrl> m_opened{};

    QString makeFile(const QString &name)
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) ? path : QString();
    }

    /// As a file manager does that would rather move; what is accepted must be a copy.
    void dropOnWindow(const QMimeData &data)
    {
        const Qt::DropActions possible = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter(QPoint(20, 200), possible, &data, Qt::LeftButton, Qt::ShiftModifier);
        QVERIFY(QApplication::sendEvent(m_window.get(), &enter));
        QVERIFY(enter.isAccepted());
        QCOMPARE(enter.dropAction(), Qt::CopyAction);
        QDropEvent drop(QPointF(20, 200), possible, &data, Qt::LeftButton, Qt::ShiftModifier);
        QVERIFY(QApplication::sendEvent(m_window.get(), &drop));
        QCOMPARE(drop.dropAction(), Qt::CopyAction);
    }

private Q_SLOTS:
    void init()
    {
        makeService();
        m_opened.clear();
    }

    void cleanup() { m_window.reset(); }

    void anEmptyWindowInvitesToDrop()
    {
        show({});

        const auto zones = m_window->findChildren<DropZone *>();
        const bool isInvited = std::any_of(zones.begin(), zones.end(), [](const DropZone *zone) {
            return zone->isVisible() && zone->accessibleName() == u"Drop images here";
        });
        QVERIFY(isInvited);
        QVERIFY(!table()->isVisible());
    }

    void jobsAreListedAndCounted()
    {
        show(manyJobs());

        QVERIFY(table()->isVisible());
        QCOMPARE(m_window->windowTitle(), u"5 running, 9 waiting"_s);
        m_window->setRestAddress(u"http://127.0.0.1:8000"_s);
        QStringList texts;
        const auto *status = m_window->findChild<StatusLine *>();
        for (const QLabel *label : status->findChildren<QLabel *>())
            texts << label->text();
        for (const QAbstractButton *button : status->findChildren<QAbstractButton *>())
            texts << button->text();
        QVERIFY(texts.contains(u"5 running"));
        QVERIFY(texts.contains(u"9 waiting"));
        QVERIFY(texts.contains(u"2 done"));
        QVERIFY(texts.contains(u"REST: http://127.0.0.1:8000"));
    }

    void droppedFilesAndFoldersBecomeJobs()
    {
        const QString file = makeFile(u"a.tif"_s);
        makeFile(u"brain/s1.svs"_s);
        makeFile(u"brain/notes.txt"_s);
        show({});
        QMimeData data;
        data.setUrls(urlsOf({file, m_folder->filePath(u"brain"_s)}));

        dropOnWindow(data);

        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(table()->isVisible());
        QTRY_VERIFY(messages()->text().contains(u"2"));
        QVERIFY(!messages()->text().contains(u"notes.txt")); // of a folder only images are meant
        QVERIFY(!m_engine->wasCalledOnGuiThread());
    }

    void aDragWithoutFilesIsNotTaken()
    {
        show({});
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/a.tif"_s)});

        QDragEnterEvent enter(
            QPoint(20, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(m_window.get(), &enter);

        QVERIFY(!enter.isAccepted());
    }

    void aDroppedFileThatIsNoImageIsSaid()
    {
        const QString file = makeFile(u"notes.txt"_s);
        show({});
        QMimeData data;
        data.setUrls(urlsOf({file}));

        dropOnWindow(data);

        QTRY_VERIFY(messages()->isVisible());
        QVERIFY(messages()->text().contains(u"notes.txt"));
        QVERIFY(m_engine->all().isEmpty());
    }

    void archivesGoToTheRememberedFolder()
    {
        const QString file = makeFile(u"a.tif"_s);
        show({});
        saveAddChoice(*m_settings,
                      {.destination = {.kind = Destination::Kind::Folder,
                                       .folder = m_folder->filePath(u"out"_s)}});

        m_window->addPaths({file});

        QTRY_COMPARE(m_engine->all().size(), 1);
        QCOMPARE(m_engine->all().at(0).request.target().path,
                 m_folder->filePath(u"out/a.tif.dzip"_s));
    }

    void manyMessagesAreCounted()
    {
        show({});
        for (int i = 0; i < 5; ++i)
            messages()->showMessage(MessageBar::Kind::Warning, u"Message %1"_s.arg(i));
        messages()->showMessage(MessageBar::Kind::Warning, u"Message 1"_s);

        int shown = 0;
        QStringList texts;
        for (const QLabel *label : messages()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        for (const QString &text : texts)
            shown += text.startsWith(u"Message") ? 1 : 0;
        QCOMPARE(shown, 3);
        QVERIFY(texts.contains(u"2 more"_s) || texts.contains(u"2 more(s)"_s));
        QCOMPARE(messages()->text(), u"Message 1"_s);
    }

    void allKeysAreListed()
    {
        show({});

        m_window->actionsOfWindow().action(Deed::Shortcuts)->trigger();

        auto *list = m_window->findChild<QTreeWidget *>(QString(), Qt::FindChildrenRecursively);
        QStringList texts;
        for (auto *tree :
             m_window->findChildren<QDialog *>().first()->findChildren<QTreeWidget *>())
            list = tree;
        for (QTreeWidgetItemIterator item(list); *item; ++item)
            texts << (*item)->text(0) + u' ' + (*item)->text(1);
        for (const char *line : {"Add files Ctrl+O", "Retry Ctrl+R", "Details F8", "Running Alt+3"})
            QVERIFY2(texts.contains(QLatin1String(line)), line);
    }

    void noTwoActionsHaveTheSameKeys()
    {
        show({});
        QSet<QString> keys;
        for (const QAction *action : m_window->actionsOfWindow().findChildren<QAction *>()) {
            const QString shortcut = action->shortcut().toString();
            QVERIFY2(!keys.contains(shortcut), qPrintable(action->text()));
            keys << shortcut;
        }
    }

    void aRefusedCommandIsSaidWithARemedy()
    {
        show({bucketJob(u"f"_s, u"a.tif"_s, JobState::Failed)});
        const QByteArray expired = "e30." + QByteArray("{\"exp\":1}").toBase64() + ".x";

        m_window->findChild<JobCommands *>()->retry({u"f"_s}, Secret(expired));

        QTRY_VERIFY(messages()->isVisible());
        QVERIFY(messages()->text().contains(u"Sign in again"));
    }

    void whatOthersRemoveGoesFromTheTable()
    {
        show({localJob(u"a"_s, u"s1.tif"_s, JobState::Done), localJob(u"b"_s, u"s2.tif"_s)});

        QVERIFY(m_engine->remove(u"a"_s)); // not by this window

        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, int(JobColumn::Name)).data().toString(), u"s2.tif"_s);
    }

    void anOutageOfTheStoreIsSaidAndPasses()
    {
        show({});

        m_engine->breakWith(Error{ErrorCode::Unavailable, u"The store does not answer"_s});
        QTRY_VERIFY(messages()->isVisible());
        QVERIFY(messages()->text().startsWith(u"The store does not answer."));

        m_engine->breakWith({});
        QTRY_VERIFY(!messages()->isVisible());
    }

    void keysChooseOneOfManyAndOpenItsFolder()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Waiting),
              localJob(u"2"_s, u"s2.tif"_s, JobState::Done)});
        QDesktopServices::setUrlHandler(u"file"_s, this, "openUrl");

        select(0);
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_E, Qt::ControlModifier);
        QDesktopServices::unsetUrlHandler(u"file"_s);

        QCOMPARE(m_opened, QList<QUrl>{QUrl::fromLocalFile(u"/archives"_s)});
    }

    void everyVerbIsInAMenuWithAShortcut()
    {
        show({});
        for (const QAction *title : m_window->menuBar()->actions()) {
            for (const QAction *action : title->menu()->actions())
                QVERIFY2(action->isSeparator() || action->menu() || !action->shortcut().isEmpty(),
                         qPrintable(action->text()));
        }
        const QStringList verbs = menuTexts();
        for (const QAction *action :
             m_window->actionsOfWindow().findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
            if (!m_window->actionsOfWindow().filterActions().contains(action))
                QVERIFY2(verbs.contains(action->text().remove(u'&')), qPrintable(action->text()));
        }
    }

    void everythingHasANameForScreenReaders()
    {
        show(manyJobs());
        select(0);
        m_window->actionsOfWindow().action(Deed::Shortcuts)->trigger();
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool isOfQt = widget->objectName().startsWith(u"qt_")
                || widget->inherits("QTableCornerButton") || widget->inherits("QScrollBar")
                || widget->inherits("QHeaderView") || widget->inherits("QLineEditIconButton")
                || widget->inherits("QTabBar") || widget->inherits("QToolBarExtension")
                || widget->inherits("QMenuBar") || widget->inherits("QMenu")
                || widget->inherits("QListView") || qobject_cast<QLineEdit *>(widget->parent())
                || qobject_cast<QTabBar *>(widget->parent());
            if (widget->focusPolicy() == Qt::NoFocus || isOfQt)
                continue;
            const QAccessibleInterface *spoken
                = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                     qPrintable(QLatin1String(widget->metaObject()->className()) + u' '
                                + widget->objectName() + widget->toolTip()));
        }
    }

    void optionsStandInTheWordsOfTheirForm()
    {
        show({localJob(u"1"_s, u"s1.tif"_s)});
        select(0);
        details()->openTab(DetailsPane::Tab::Options);
        auto *list = details()->findChild<QTreeWidget *>(QString());
        for (auto *tree : details()->findChildren<QTreeWidget *>()) {
            if (tree->accessibleName() == u"Options of the job")
                list = tree;
        }
        QTRY_COMPARE(list->topLevelItemCount(), optionsToJson({}).size());

        for (const QString &words : {u"Report an error"_s, u"The largest"_s, u"From each image"_s})
            QCOMPARE(list->findItems(words, Qt::MatchExactly, 1).size(), 1);
        for (const QString &value : {u"refuse"_s, u"-1"_s, u"auto"_s, u"mean"_s, u"encode"_s})
            QVERIFY2(list->findItems(value, Qt::MatchExactly, 1).isEmpty(), qPrintable(value));
    }

    /// The question about the disk is asked as the window is made; its answer may come late.
    void aServersWindowSaysNothingOfThisComputersDisk()
    {
        show({});
        m_window->setServer(u"lab"_s);

        Q_EMIT m_window->findChild<JobCommands *>()->diskMeasured(u"/data"_s, qint64{1} << 40);

        for (const QLabel *label : m_window->findChild<StatusLine *>()->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"free"), qPrintable(label->text()));
    }

    void whoeverGuardsTheWindowIsAskedWhenItCloses()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        bool mayClose = false;
        m_window->setCloseGuard([&] { return mayClose; });

        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());

        mayClose = true;
        QVERIFY(m_window->close());
    }

    void closingAnIdleWindowDoesNotAsk()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Done),
              localJob(u"2"_s, u"s2.tif"_s, JobState::Waiting)});

        QVERIFY(m_window->close());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
