// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

#include <QList>
#include <QStringList>
#include <QTableView>
#include <QTimer>

class QSettings;

namespace createzoom {

class JobTableModel;
struct JobRow;

/// The view of the jobs: columns that people choose, move and size; rows that stay where they are
/// while somebody points at them; rows to drag, in the queue or out as the file of an archive.
/// Changes nothing itself. GUI thread.
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

    void fitWidths();
    void resetColumns();
    int stateWidth() const;
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

Q_SIGNALS:
    void selectionChanged();
    void activatedRow(const createzoom::JobRow &row); ///< Enter or a double click
    void moveRequested(const QStringList &ids, createzoom::QueueMove direction, int steps);

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUpHeader();
    void showColumnMenu(const QPoint &position);
    void resort();
    void resortWhenIdle();
    bool isHeld() const;

    JobTableModel &m_model;
    QTimer m_resorting{};
    bool m_isDragOn = false;
};

} // namespace createzoom
