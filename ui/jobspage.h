// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QSettings;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace createzoom {

class DetailsPane;
class DropZone;
class JobFilterProxy;
class JobTableModel;

/// The middle of the window: the table of jobs with the details of the selected one below, or the
/// invitation to drop images while there are none. Shows the model, changes nothing. Owned by the
/// window, GUI thread.
class JobsPage : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPage(JobTableModel &model, QWidget *parent = nullptr);

    QList<Job> selectedJobs() const;
    void setContextActions(const QList<QAction *> &actions);
    void setInviting(bool inviting);
    void setDetailsVisible(bool visible);
    bool isEmpty() const;

    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

Q_SIGNALS:
    void selectionChanged();
    void activated(const createzoom::Job &job); ///< Enter or a double click

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void connectModel();
    void showPage();
    void showDetails();
    void focusOtherPane();

    JobTableModel &m_model;
    JobFilterProxy *m_proxy = nullptr;
    QStackedWidget *m_pages = nullptr;
    DropZone *m_empty = nullptr;
    DropZone *m_overlay = nullptr;
    QSplitter *m_splitter = nullptr;
    QTableView *m_table = nullptr;
    DetailsPane *m_details = nullptr;
};

} // namespace createzoom
