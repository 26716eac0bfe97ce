// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/samplejobs.h"
#include "ui/adding/addchoice.h"
#include "ui/detailspane.h"
#include "ui/dropzone.h"
#include "ui/jobtablemodel.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
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

class TestMainWindow : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened << url; }

private:
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<FakeEngine> m_engine{};
    SecretBox m_keys = *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));
    std::unique_ptr<JobService> m_service{};
    std::unique_ptr<QSettings> m_settings{};
    std::unique_ptr<MainWindow> m_window{};
    QList<QUrl> m_opened{};

    QTableView *table() const { return m_window->findChild<QTableView *>(); }
    MessageBar *messages() const { return m_window->findChild<MessageBar *>(); }

    /// The window with these jobs in it.
    void show(const QList<Job> &jobs)
    {
        for (const Job &job : jobs)
            m_engine->put(job);
        m_window = std::make_unique<MainWindow>(*m_service, *m_settings, nullptr, QString(), 1ms);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(table()->model()->rowCount(), jobs.size());
        table()->sortByColumn(JobTableModel::Name, Qt::AscendingOrder);
    }

    // Not selectRow(): that obeys the modifiers of the key pressed last.
    void select(int row)
    {
        table()->setFocus();
        table()->selectionModel()->setCurrentIndex(table()->model()->index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect
                                                       | QItemSelectionModel::Rows);
    }

    QString shownState(int row) const
    {
        return table()->model()->index(row, JobTableModel::State).data().toString();
    }

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
        m_folder = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>();
        m_service = std::make_unique<JobService>(*m_engine, m_keys, systemClock());
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s),
                                                 QSettings::IniFormat);
        saveAddChoice(*m_settings, {}); // the sheet has been seen
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
        QCOMPARE(m_window->windowTitle(), u"CreateZoom — 5 running, 15 waiting"_s);
        m_window->setRestAddress(u"http://127.0.0.1:8000"_s);
        QStringList texts;
        for (const QLabel *label : m_window->findChild<StatusLine *>()->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(u"5 running · 15 waiting · 4 failed · 4 done"));
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
        QVERIFY(!messages()->isVisible());
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
        show({}); // a new window

        m_window->addPaths({file});

        QTRY_COMPARE(m_engine->all().size(), 1);
        QCOMPARE(m_engine->all().at(0).request.target().path,
                 m_folder->filePath(u"out/a.tif.dzip"_s));
    }

    void theErrorOfTheSelectedJobIsShownInFull()
    {
        show({localJob(u"f"_s, u"cut <b>.tif"_s, JobState::Failed)});

        select(0);

        const QString text = m_window->findChild<DetailsPane *>()->toPlainText();
        QVERIFY2(text.contains(u"cut <b>.tif ends in the middle of the image."), qPrintable(text));
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

        const QString text = m_window->findChild<DetailsPane *>()->toPlainText();
        QVERIFY(text.contains(u"Authorization"));
        QVERIFY(!text.contains(u"abcdefghijklmnop"));
    }

    void aRefusedCommandIsSaidWithARemedy()
    {
        show({bucketJob(u"f"_s, u"a.tif"_s, JobState::Failed)});
        select(0);

        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier);

        QTRY_VERIFY(messages()->isVisible());
        QVERIFY(messages()->text().contains(u"Sign in again"));
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

    void f6GoesToTheDetailsAndBack()
    {
        show({localJob(u"1"_s, u"s1.tif"_s)});
        select(0);

        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(m_window->findChild<DetailsPane *>()->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(table()->hasFocus());
    }

    void whatCannotBeDoneSaysWhy()
    {
        show({localJob(u"1"_s, u"s1.tif"_s, JobState::Running)});
        select(0);

        for (const QAction *action : table()->actions()) {
            const QString name = action->text().remove(u'&');
            QCOMPARE(action->isEnabled(), name == u"Cancel");
            if (!action->isEnabled())
                QVERIFY2(action->toolTip().startsWith(u"Select "), qPrintable(name));
        }
    }

    void everyVerbIsInAMenuWithAShortcut()
    {
        show({});
        QStringList verbs;
        for (const QAction *title : m_window->menuBar()->actions()) {
            for (const QAction *action : title->menu()->actions()) {
                if (action->isSeparator())
                    continue;
                QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
                verbs << action->text().remove(u'&');
            }
        }
        for (const char *verb :
             {"Add files…", "Add folder…", "Cancel", "Retry", "Remove", "Open output folder"})
            QVERIFY2(verbs.contains(QString::fromUtf8(verb)), verb);
    }

    void everyButtonHasAName()
    {
        show(manyJobs());
        for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->objectName().startsWith(u"qt_") || button->inherits("QTableCornerButton"))
                continue;
            QVERIFY2(
                !button->text().isEmpty() || !button->accessibleName().isEmpty(),
                qPrintable(button->toolTip() + QLatin1String(button->metaObject()->className())));
        }
        QVERIFY(!table()->accessibleName().isEmpty());
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
