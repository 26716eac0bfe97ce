// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerwindow.h"

#include "ui/viewer/viewerwidget.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

ViewerWindow::ViewerWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_viewer(new ViewerWidget(this))
    , m_status(new QLabel(this))
    , m_failure(new QLabel(this))
{
    resize(1000, 700);
    auto *pages = new QStackedWidget(this);
    pages->addWidget(m_viewer);
    pages->addWidget(m_failure);
    m_failure->setAlignment(Qt::AlignCenter);
    m_failure->setWordWrap(true);
    m_failure->setMargin(24);
    setCentralWidget(pages);
    statusBar()->addWidget(m_status);
    buildMenu();
    connect(m_viewer, &ViewerWidget::viewChanged, this, [this] {
        m_status->setText(m_viewer->statusText());
    });
    connect(m_viewer, &ViewerWidget::opened, this, [this, pages] {
        pages->setCurrentWidget(m_viewer);
        m_viewer->setFocus();
        m_status->setText(m_viewer->statusText());
    });
    connect(m_viewer, &ViewerWidget::failed, this, &ViewerWindow::showFailure);
}

void ViewerWindow::open(const QString &path)
{
    m_name = QFileInfo(path).fileName();
    setWindowTitle(m_name);
    setWindowFilePath(path);
    m_status->setText(tr("Opening %1").arg(m_name));
    m_viewer->openFile(path);
}

void ViewerWindow::showSource(std::shared_ptr<TileSource> source, const QString &name)
{
    m_name = name;
    setWindowTitle(m_name);
    m_viewer->showSource(std::move(source));
}

void ViewerWindow::buildMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open..."), QKeySequence::Open, this, [this] {
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Open a pyramid"), {}, tr("Deep Zoom (*.dzip *.szi *.dzi)"));
        if (!path.isEmpty())
            open(path);
    });
    file->addAction(tr("&Close"), QKeySequence::Close, this, &QWidget::close);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addAction(tr("Zoom &in"), QKeySequence::ZoomIn, m_viewer, &ViewerWidget::zoomIn);
    view->addAction(tr("Zoom &out"), QKeySequence::ZoomOut, m_viewer, &ViewerWidget::zoomOut);
    view->addAction(
        tr("Show &all"), QKeySequence(Qt::CTRL | Qt::Key_0), m_viewer, &ViewerWidget::fit);
    view->addAction(tr("&Full size"),
                    QKeySequence(Qt::CTRL | Qt::Key_1),
                    m_viewer,
                    &ViewerWidget::showFullSize);
    view->addAction(tr("Full &screen"), QKeySequence(Qt::Key_F11), this, [this] {
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    });
}

void ViewerWindow::showFailure(const QString &sentence)
{
    m_failure->setText(tr("%1 cannot be shown.\n\n%2").arg(m_name, sentence));
    static_cast<QStackedWidget *>(centralWidget())->setCurrentWidget(m_failure);
    m_status->clear();
}

} // namespace createzoom
