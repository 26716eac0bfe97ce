// SPDX-License-Identifier: GPL-3.0-or-later
// How files come to the window: dropped, chosen, pasted.
#include "ui/adding/dragscan.h"
#include "ui/adding/scanbar.h"
#include "ui/jobcolumns.h"
#include "ui/jobcommands.h"
#include "ui/jobspage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "ui/windowsettings.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString lastFolderKey = u"window/lastFolder"_s;
const QString addedTopic = u"added"_s;

} // namespace

void MainWindow::addPaths(const QStringList &paths)
{
    add(paths, NamedFiles::All);
}

void MainWindow::add(const QStringList &paths, NamedFiles named)
{
    if (paths.isEmpty() || !m_server.isEmpty())
        return;
    const bool isAsked = (QGuiApplication::keyboardModifiers() & Qt::ShiftModifier)
        || loadWindowSettings(m_settings).isAskedEachTime;
    m_adding->add(paths, named, isAsked ? AddFlow::Ask::Always : AddFlow::Ask::FirstTime);
}

void MainWindow::paste()
{
    const QStringList paths = pathsIn(*QApplication::clipboard()->mimeData());
    if (paths.isEmpty())
        m_status->showMessage(tr("There are no files on the clipboard"), 4000);
    add(paths, NamedFiles::All);
}

void MainWindow::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Add images"), m_settings.value(lastFolderKey).toString());
    if (!files.isEmpty())
        m_settings.setValue(lastFolderKey, QFileInfo(files.first()).path());
    add(files, NamedFiles::All);
}

void MainWindow::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Add all images below a folder"), m_settings.value(lastFolderKey).toString());
    if (folder.isEmpty())
        return;
    m_settings.setValue(lastFolderKey, folder);
    add({folder}, NamedFiles::ImagesOnly);
}

void MainWindow::connectAdding()
{
    connect(m_adding, &AddFlow::scanning, m_scan, &ScanBar::showScanning);
    connect(m_adding, &AddFlow::scanEnded, m_scan, &ScanBar::end);
    connect(m_scan, &ScanBar::cancelled, m_adding, &AddFlow::cancelScan);
    connect(m_adding, &AddFlow::added, this, &MainWindow::reportAdded);
    connect(m_adding, &AddFlow::failed, this, &MainWindow::showError);
    connect(m_dragScan, &DragScan::counted, this, &MainWindow::showDragged);
    connect(m_adding, &AddFlow::undone, m_commands, &JobCommands::removed);
}

void MainWindow::reportAdded(const AddReport &report)
{
    measureDisk(); // the destination may be another one now
    const QString problems = addProblems(report);
    if (!problems.isEmpty())
        m_messages->showMessage(report.error ? MessageBar::Kind::Error : MessageBar::Kind::Warning,
                                problems);
    if (report.ids.isEmpty())
        return;
    m_messages->post({MessageBar::Kind::Information,
                      addedText(report),
                      addedTopic,
                      {{tr("Undo"),
                        [this, report] {
                            m_adding->undo(report);
                        }},
                       {tr("Change settings…"), [this, report] {
                            m_adding->changeSettings(report);
                        }}}});
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList paths = pathsIn(*event->mimeData());
    if (paths.isEmpty() || !m_server.isEmpty()
        || event->source()) // what comes from this window is for others
        return;
    event->setDropAction(Qt::CopyAction); // never a move: the sources stay
    event->accept();
    m_draggedName = paths.size() == 1 ? QFileInfo(paths.first()).fileName() : QString();
    m_page->setInviting(
        true,
        paths.size() == 1 ? tr("Add %1").arg(m_draggedName)
                          : tr("Add %n files or folders", nullptr, static_cast<int>(paths.size())));
    m_dragScan->begin(paths);
}

/// Until an image is found, the names of what is dragged stand there.
void MainWindow::showDragged(const DragCount &count)
{
    using enum DragCount::State;
    const auto images = static_cast<int>(count.found.images);
    if (images == 0) {
        if (count.state == Complete)
            m_page->setInviting(true, tr("No supported images in this drop"));
        return;
    }
    QString words = count.state == Bounded ? tr("Add more than %n images", nullptr, images)
                                           : tr("Add %n images", nullptr, images);
    if (images == 1 && !m_draggedName.isEmpty())
        words = tr("Add %1").arg(m_draggedName);
    if (const QString bytes = bytesText(count.found.bytes); !bytes.isEmpty())
        words = tr("%1 (%2)", "Add 12 images, 3.4 GB").arg(words, bytes);
    m_page->setInviting(true, count.state == Counting ? words + u'…' : words);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    m_dragScan->end();
    m_page->setInviting(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_dragScan->end();
    m_page->setInviting(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    add(pathsIn(*event->mimeData()), NamedFiles::ImagesOnly);
}

} // namespace createzoom
