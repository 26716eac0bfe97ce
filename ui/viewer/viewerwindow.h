// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include <memory>

class QLabel;

namespace createzoom {

class TileSource;
class ViewerWidget;

/// A window that shows one pyramid: `createzoom view FILE`. GUI thread.
class ViewerWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit ViewerWindow(QWidget *parent = nullptr);

    void open(const QString &path);
    /// What is no file: the pyramid of a job.
    void showSource(std::shared_ptr<TileSource> source, const QString &name);
    ViewerWidget *viewer() const { return m_viewer; }

private:
    void buildMenu();
    void showFailure(const QString &sentence);

    ViewerWidget *m_viewer;
    QLabel *m_status;
    QLabel *m_failure; ///< in the middle, instead of a picture
    QString m_name;
};

} // namespace createzoom
