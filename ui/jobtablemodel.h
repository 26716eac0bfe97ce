// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

namespace createzoom {

/// The jobs as a table, in the order in which they became known. Fed with values by JobWatcher;
/// what is removed is told by removeJobs(), since no change tells of it. GUI thread.
class JobTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Steps, Progress, Source, Added, Output, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< a value that sorts as people expect
        PercentRole, ///< 0-100
        StepStatesRole, ///< QList<int> of StepLook::State
    };

    explicit JobTableModel(QObject *parent = nullptr);

    /// Adds the jobs that are new and renews the others.
    void update(const QList<Job> &jobs);
    void removeJobs(const QStringList &ids);
    const Job &job(int row) const { return m_jobs.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant displayText(const Job &job, int column);
    static QVariant sortValue(const Job &job, int column);
    static QVariant toolTip(const Job &job, int column);
    void renew(const QList<Job> &known);
    void append(const QList<Job> &fresh);

    QList<Job> m_jobs{};
    QHash<QString, int> m_rows{}; ///< id -> row
    QSet<QString> m_removed{}; ///< a change read before the removal may arrive after it
};

} // namespace createzoom
