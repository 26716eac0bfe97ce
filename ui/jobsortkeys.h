// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace createzoom {

class JobList;
struct JobRow;

/// What the table sorts by: of each row of the list a number or a text as a few words, which
/// compare one by one. They lie side by side, so that a sort of tens of thousands of rows hardly
/// leaves the processor's cache. Kept as they were when made, whatever the jobs do since; `jobs`
/// outlives it. GUI thread.
class JobSortKeys
{
public:
    explicit JobSortKeys(const JobList &jobs);

    void make(int column); ///< of every row
    void append(); ///< of the rows that are new
    void remove(const QList<int> &rows); ///< ascending; the rows after each move up
    int size() const { return static_cast<int>(m_begins.size()) - 1; }

    /// The row has changed since, and may belong elsewhere now.
    bool isStale(int row);

    /// Of equal rows the one that became known first comes first, in either order.
    bool isBefore(int left, int right, Qt::SortOrder order) const;
    std::vector<int> sortedRows(Qt::SortOrder order) const;

private:
    friend class WordSort;

    size_t length(int row) const;
    quint64 word(int row, size_t at) const; ///< 0 beyond the end
    template<typename Use>
    void forEachWordOf(const JobRow &row, const Use &use); ///< of its text
    const QByteArray &knownKey(const QString &text);

    const JobList &m_jobs;
    int m_column = 0;
    QHash<QString, QByteArray> m_known{}; ///< naturalKey() of texts that many rows share
    QHash<QString, QByteArray>::const_iterator m_latest = m_known.cend(); ///< that was asked for
    std::vector<quint64> m_words{}; ///< of all rows, one after the other
    std::vector<size_t> m_begins{0}; ///< of each row in m_words, and the end
};

} // namespace createzoom
