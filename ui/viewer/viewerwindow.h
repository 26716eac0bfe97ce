// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/viewerwidget.h"

#include <QMainWindow>
#include <QStringList>

#include <memory>

class QLabel;
class QStackedWidget;

namespace createzoom {

class ViewerActions;

/// A window that shows a pyramid: `createzoom view FILE...`, and of a job. Several files are
/// leafed through, and files can be dropped on it. GUI thread.
class ViewerWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit ViewerWindow(QWidget *parent = nullptr);

    void open(const QStringList &paths);
    /// What is no file: the pyramid of a job. For the jobs before and after it listen to the
    /// viewer's previousRequested() and nextRequested().
    void showSource(std::shared_ptr<TileSource> source, const QString &name);
    ViewerWidget *viewer() const { return m_viewer; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildMenus();
    QWidget *makeFailurePage();
    void connectViewer();
    void setName(const QString &name);
    void askForFiles();
    void openAt(qsizetype index, ViewerWidget::Position position);
    void leaf(qsizetype steps);
    void toggleFullScreen();
    void showFailure(const QString &sentence);

    QStackedWidget *m_pages;
    ViewerWidget *m_viewer;
    ViewerActions *m_actions;
    QLabel *m_status;
    QLabel *m_failure; ///< in the middle, instead of a picture
    QString m_name;
    QStringList m_paths;
    qsizetype m_index = 0; ///< of the path that is shown
};

} // namespace createzoom
