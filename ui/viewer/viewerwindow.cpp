// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerwindow.h"

#include "core/jobs/tilesource.h"
#include "ui/viewer/vieweractions.h"
#include "ui/viewer/viewerwidget.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr QSize firstSize(1100, 800);
constexpr int noticeTime = 4000; ///< milliseconds
constexpr std::array<QStringView, 3> endings{u"dzip", u"szi", u"dzi"};

QStringList pyramidsIn(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        const QString path = url.toLocalFile();
        if (std::find(endings.begin(), endings.end(), QFileInfo(path).suffix()) != endings.end())
            paths << path;
    }
    return paths;
}

} // namespace

ViewerWindow::ViewerWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_pages(new QStackedWidget(this))
    , m_viewer(new ViewerWidget(this))
    , m_actions(new ViewerActions(*m_viewer))
    , m_status(new QLabel(this))
    , m_failure(new QLabel(this))
{
    resize(firstSize);
    setAcceptDrops(true);
    m_pages->addWidget(m_viewer);
    m_pages->addWidget(makeFailurePage());
    setCentralWidget(m_pages);
    m_status->setAccessibleName(tr("Position and zoom"));
    m_status->setIndent(m_status->fontMetrics().averageCharWidth());
    statusBar()->addWidget(m_status, 1);
    buildMenus();
    connectViewer();
}

void ViewerWindow::open(const QStringList &paths)
{
    m_paths = paths;
    openAt(0, ViewerWidget::Position::All);
}

void ViewerWindow::showSource(std::shared_ptr<TileSource> source, const QString &name)
{
    m_paths.clear();
    setWindowFilePath({});
    setName(name);
    m_viewer->showSource(std::move(source), ViewerWidget::Position::Kept);
}

void ViewerWindow::openAt(qsizetype index, ViewerWidget::Position position)
{
    if (index < 0 || index >= m_paths.size())
        return;
    m_index = index;
    const QString &path = m_paths.at(index);
    setName(QFileInfo(path).fileName());
    setWindowFilePath(path);
    m_status->setText(tr("Opening %1").arg(m_name));
    m_viewer->openFile(path, position);
}

void ViewerWindow::leaf(qsizetype steps)
{
    openAt(m_index + steps, ViewerWidget::Position::Kept);
}

void ViewerWindow::setName(const QString &name)
{
    m_name = name;
    m_actions->setPictureName(name);
    const bool isSeries = m_paths.size() > 1;
    setWindowTitle(isSeries ? tr("%1 (%2 of %3)").arg(name).arg(m_index + 1).arg(m_paths.size())
                            : name);
}

QWidget *ViewerWindow::makeFailurePage()
{
    auto *page = new QWidget(this);
    m_failure->setAlignment(Qt::AlignCenter);
    m_failure->setWordWrap(true);
    m_failure->setTextFormat(Qt::RichText);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *another = new QPushButton(tr("Open another &file..."), page);
    connect(another, &QPushButton::clicked, this, &ViewerWindow::askForFiles);
    auto *column = new QVBoxLayout(page);
    constexpr int margin = 48;
    column->setContentsMargins(margin, margin, margin, margin);
    column->addStretch();
    column->addWidget(m_failure);
    column->addSpacing(margin / 2);
    column->addWidget(another, 0, Qt::AlignHCenter);
    column->addStretch();
    return page;
}

void ViewerWindow::connectViewer()
{
    connect(m_viewer, &ViewerWidget::viewChanged, this, [this] {
        m_status->setText(m_viewer->statusText());
    });
    connect(m_viewer, &ViewerWidget::opened, this, [this] {
        m_pages->setCurrentWidget(m_viewer);
        m_viewer->setFocus();
        m_status->setText(m_viewer->statusText());
    });
    connect(m_viewer, &ViewerWidget::failed, this, &ViewerWindow::showFailure);
    connect(m_viewer, &ViewerWidget::previousRequested, this, [this] { leaf(-1); });
    connect(m_viewer, &ViewerWidget::nextRequested, this, [this] { leaf(1); });
    connect(m_actions, &ViewerActions::notice, this, [this](const QString &sentence) {
        statusBar()->showMessage(sentence, noticeTime);
    });
}

void ViewerWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open..."), QKeySequence::Open, this, &ViewerWindow::askForFiles);
    file->addActions(m_actions->picture());
    file->addSeparator();
    file->addAction(tr("&Close"), QKeySequence::Close, this, &QWidget::close);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_actions->zoom());
    view->addSeparator();
    view->addActions(m_actions->overlays());
    view->addSeparator();
    QAction *full = view->addAction(tr("Full &screen"), this, &ViewerWindow::toggleFullScreen);
    full->setShortcuts({Qt::Key_F11, Qt::Key_F});
    addAction(full); // the menu bar is hidden in full screen
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addActions(m_actions->series());
    // Here they hold wherever the focus is, so that a file that cannot be shown is no dead end.
    for (QAction *action : m_actions->series()) {
        action->setShortcutContext(Qt::WindowShortcut);
        addAction(action);
    }
}

void ViewerWindow::askForFiles()
{
    const QStringList paths
        = QFileDialog::getOpenFileNames(this,
                                        tr("Open pyramids"),
                                        QFileInfo(windowFilePath()).absolutePath(),
                                        tr("Deep Zoom (*.dzip *.szi *.dzi)"));
    if (!paths.isEmpty())
        open(paths);
}

void ViewerWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    menuBar()->setVisible(!isFullScreen());
    statusBar()->setVisible(!isFullScreen());
}

void ViewerWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isFullScreen())
        toggleFullScreen();
    else
        QMainWindow::keyPressEvent(event);
}

void ViewerWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!pyramidsIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ViewerWindow::dropEvent(QDropEvent *event)
{
    open(pyramidsIn(*event->mimeData()));
    event->acceptProposedAction();
}

void ViewerWindow::showFailure(const QString &sentence)
{
    m_failure->setText(u"<h3>%1</h3><p>%2</p>"_s.arg(
        tr("%1 cannot be shown").arg(m_name.toHtmlEscaped()), sentence.toHtmlEscaped()));
    m_pages->setCurrentIndex(1);
    m_status->clear();
}

} // namespace createzoom
