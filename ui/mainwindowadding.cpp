// SPDX-License-Identifier: GPL-3.0-or-later
// How files come to the window: dropped, chosen, pasted.
#include "ui/destinationbox.h"
#include "ui/errortext.h"
#include "ui/jobcommands.h"
#include "ui/jobspage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString lastFolderKey = u"window/lastFolder"_s;

QStringList localPaths(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

/// Of a clipboard: files, or text with a path or file address on each line.
QStringList pastedPaths(const QMimeData &data)
{
    QStringList paths = localPaths(data);
    if (!paths.isEmpty())
        return paths;
    for (const QString &line : data.text().split(u'\n', Qt::SkipEmptyParts)) {
        const QString text = line.trimmed();
        if (text.startsWith(u'/'))
            paths << text;
        else if (const QUrl url(text); url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

/// The first names, and how many more there are.
QString someNames(const QStringList &paths)
{
    constexpr int shown = 3;
    QStringList names;
    for (const QString &path : paths.first(std::min<qsizetype>(shown, paths.size())))
        names << QFileInfo(path).fileName();
    if (paths.size() > shown)
        names << MainWindow::tr("%n more", nullptr, static_cast<int>(paths.size()) - shown);
    return names.join(u", ");
}

} // namespace

void MainWindow::addPaths(const QStringList &paths)
{
    add(paths, NamedFiles::All);
}

void MainWindow::add(const QStringList &paths, NamedFiles named)
{
    if (paths.isEmpty())
        return;
    m_status->showMessage(tr("Adding…"));
    m_commands->add(paths, m_destination->folder(), named);
}

void MainWindow::paste()
{
    const QStringList paths = pastedPaths(*QApplication::clipboard()->mimeData());
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

void MainWindow::reportAdded(const AddReport &report)
{
    m_status->showMessage(report.added == 1 ? tr("A job was added")
                                            : tr("%n jobs were added", nullptr, report.added),
                          5000);
    QStringList sentences;
    if (report.error)
        sentences << errorLine(*report.error);
    if (!report.notImages.isEmpty())
        sentences << tr("Not added, as they are no images: %1. Add files… takes them whatever "
                        "their names.")
                         .arg(someNames(report.notImages));
    if (!report.sameOutput.isEmpty())
        sentences << tr("Not added, as an image of the same name goes to the same folder: %1. Add "
                        "them with another output.")
                         .arg(someNames(report.sameOutput));
    if (sentences.isEmpty() && report.added == 0)
        sentences << tr("No images were found there.");
    if (!sentences.isEmpty())
        m_messages->showMessage(report.error ? MessageBar::Kind::Error : MessageBar::Kind::Warning,
                                sentences.join(u' '));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList paths = localPaths(*event->mimeData());
    if (paths.isEmpty() || event->source()) // what comes from this window is for others
        return;
    event->setDropAction(Qt::CopyAction); // never a move: the sources stay
    event->accept();
    m_page->setInviting(
        true,
        paths.size() == 1 ? tr("Add %1").arg(QFileInfo(paths.first()).fileName())
                          : tr("Add %n files or folders", nullptr, static_cast<int>(paths.size())));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    m_page->setInviting(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_page->setInviting(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    add(localPaths(*event->mimeData()), NamedFiles::ImagesOnly);
}

} // namespace createzoom
