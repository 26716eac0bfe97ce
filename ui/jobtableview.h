// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "ui/columnlayouts.h"
#include "ui/jobquery.h"

#include <QList>
#include <QStringList>
#include <QTableView>
#include <QTimer>

class QSettings;

namespace createzoom {

class JobPictures;
class JobTableModel;
struct JobRow;

/// The view of the jobs: columns that people choose, move and size, for each state filter apart;
/// rows that stay where they are while somebody points at them; rows to drag, in the queue or out
/// as the file of an archive. Comfortable rows have a picture. Changes nothing itself. GUI thread.
class JobTableView : public QTableView
{
    Q_OBJECT

public:
    explicit JobTableView(JobTableModel &model, QWidget *parent = nullptr);

    const JobRow *currentRow() const; ///< null: none
    /// In the table's order; valid until the jobs change.
    QList<const JobRow *> selectedRows() const;
    void select(const QStringList &ids); ///< those that are shown; the first becomes current
    bool canReorder() const; ///< it is sorted by place

    /// What the query picks, in the columns and the order that its state filter remembers.
    using QWidget::show;
    void show(const JobQuery &query);
    /// Taller rows with a picture of each job; compact ones otherwise.
    void setComfortable(bool isOn);
    bool isComfortable() const { return m_isComfortable; }
    /// Whence the pictures are; `pictures` outlives the view.
    void setPictures(JobPictures &pictures);

    void fitWidths();
    void resetColumns();
    int stateWidth() const;
    void restore(const QSettings &settings);
    void save(QSettings &settings);

Q_SIGNALS:
    void selectionChanged();
    void activatedRow(const createzoom::JobRow &row); ///< Enter or a double click
    void moveRequested(const QStringList &ids, createzoom::QueueMove direction, int steps);

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpHeader();
    void showPictureColumn();
    void wantPictures();
    void showColumnMenu(const QPoint &position);
    void resort();
    void resortWhenIdle();
    bool isHeld() const;

    JobTableModel &m_model;
    JobPictures *m_pictures = nullptr;
    ColumnLayouts m_layouts;
    QTimer m_resorting{};
    QTimer m_looking{}; ///< from a paint to asking for the pictures of what it showed
    bool m_isDragOn = false;
    bool m_isComfortable = false;
};

} // namespace createzoom
