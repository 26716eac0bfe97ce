// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobcolumns.h"
#include "ui/jobquery.h"
#include "ui/jobsortkeys.h"

#include <QAbstractTableModel>
#include <QImage>
#include <QList>

#include <vector>

namespace createzoom {

class JobList;
class JobPictures;

/// The jobs as the table shows them: those that match the query, in the chosen order. Sorts and
/// filters itself, as a QSortFilterProxyModel takes a second for 50,000 rows: keys are made once,
/// the order of all rows is kept, and a filter only picks from it. Rows that change stay where they
/// are until resort(). `jobs` outlives it. GUI thread.
class JobTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        PercentRole = Qt::UserRole, ///< 0-100
        StepStatesRole, ///< QList<int> of StepLook::State
        PictureRole, ///< QImage; null: there is none yet
    };

    explicit JobTableModel(JobList &jobs, QObject *parent = nullptr);

    /// Whence the pictures are; without it there are none. `pictures` outlives the model.
    void setPictures(const JobPictures *pictures);

    const JobRow &row(int row) const;
    int rowOf(const QString &id) const; ///< -1: not shown
    void setQuery(const JobQuery &query) { arrange(query, m_column, m_order, false); }
    /// As setQuery() and sort(), told to the views as one change.
    void setQuery(const JobQuery &query, int column, Qt::SortOrder order)
    {
        arrange(query, column, order, m_isStale);
    }
    const JobQuery &query() const { return m_query; }

    /// Sorts anew by what the rows hold now.
    void resort();
    bool isOrderStale() const { return m_isStale; } ///< rows changed what they are sorted by
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDragActions() const override
    {
        return Qt::CopyAction | Qt::MoveAction;
    }

private:
    using Rows = std::vector<int>; ///< rows of the JobList

    QImage pictureOf(const JobRow &row) const;
    void takeUpdate(const QList<int> &changed, int firstNew);
    void leaveOut(const QList<int> &rows);
    void closeGaps(const QList<int> &rows);
    void tellChanged(const QList<int> &rows);

    void arrange(const JobQuery &query, int column, Qt::SortOrder order, bool isSortDue);
    void sortAll();
    void sortIn(int firstNew);
    bool renewMatch(int row);
    Rows matching() const;
    void show(const Rows &rows);
    void permute(const Rows &rows);
    bool showBlock(const Rows &rows);
    void setShown(const Rows &rows);

    JobList &m_jobs;
    const JobPictures *m_pictures = nullptr;
    JobQuery m_query{};
    JobMatcher m_matcher{};
    int m_column = static_cast<int>(JobColumn::Place);
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_isStale = false;
    JobSortKeys m_keys; ///< as they were when sorted
    std::vector<char> m_isMatch{}; ///< of each row of the list, asked when it changed
    Rows m_sorted{}; ///< all, in order
    Rows m_shown{}; ///< those that match, in order
    Rows m_places{}; ///< row of the list -> row here; -1 = not shown
};

} // namespace createzoom
