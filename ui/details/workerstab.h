// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/workerinfo.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <QTreeWidget>

namespace createzoom {

struct JobRow;

/// What each worker is at, by its name.
using JobsAtWork = QHash<QString, QList<const JobRow *>>;

/// Who takes part in the work of a server, idle ones too, and what each is at. GUI thread.
class WorkersTab : public QTreeWidget
{
    Q_OBJECT

public:
    explicit WorkersTab(QWidget *parent = nullptr);

    /// `jobs` are used until this returns.
    void showWorkers(const QList<WorkerInfo> &workers, const JobsAtWork &jobs);

private:
    /// A row as it is shown. A value.
    struct Line
    {
        QStringList texts{};
        QString icon{};
        int tone = 0;
        QString jobs{}; ///< one per line
    };
    static Line lineOf(const WorkerInfo &worker, const QList<const JobRow *> &jobs);
    /// The same workers, in the same order.
    bool hasRowsOf(const QList<Line> &lines) const;
    void fill(QTreeWidgetItem &item, const Line &line) const;
};

/// Works on jobs, and does not only take requests.
bool isWorking(const WorkerInfo &worker);

} // namespace createzoom
