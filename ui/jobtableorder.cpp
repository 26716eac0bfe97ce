// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the table: sorting, filtering, and telling views what moved.
#include "ui/joblist.h"
#include "ui/jobtablemodel.h"

#include <algorithm>
#include <numeric>

namespace createzoom {

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    if (isSortable(column))
        arrange(m_query, column, order, m_isStale);
}

void JobTableModel::resort()
{
    sortAll();
    show(matching());
}

void JobTableModel::sortAll()
{
    m_keys.make(m_column);
    m_sorted = m_keys.sortedRows(m_order);
    m_isStale = false;
}

/// Does only what is not so already.
void JobTableModel::arrange(const JobQuery &query, int column, Qt::SortOrder order, bool isSortDue)
{
    const bool isNewQuery = query != m_query;
    const bool isNewOrder = column != m_column || order != m_order;
    if (isNewQuery) {
        m_query = query;
        m_matcher = JobMatcher(query);
        for (int row = 0; row < m_jobs.size(); ++row)
            renewMatch(row);
    }
    m_column = column;
    m_order = order;
    if (isNewOrder || isSortDue)
        sortAll();
    if (isNewQuery || isNewOrder || isSortDue)
        show(matching());
}

/// Puts the new rows among those that are in order.
void JobTableModel::sortIn(int firstNew)
{
    m_keys.append();
    Rows fresh(static_cast<size_t>(m_jobs.size() - firstNew));
    std::iota(fresh.begin(), fresh.end(), firstNew);
    if (m_sorted.empty()) {
        m_sorted = m_keys.sortedRows(m_order);
        return;
    }
    const auto before = [this](int left, int right) {
        return m_keys.isBefore(left, right, m_order);
    };
    std::sort(fresh.begin(), fresh.end(), before);
    Rows merged(m_sorted.size() + fresh.size());
    std::merge(
        m_sorted.begin(), m_sorted.end(), fresh.begin(), fresh.end(), merged.begin(), before);
    m_sorted.swap(merged);
}

/// Returns whether it differs now from what is shown.
bool JobTableModel::renewMatch(int row)
{
    const auto at = static_cast<size_t>(row);
    const bool isMatch = m_matcher.matches(m_jobs.at(row));
    m_isMatch[at] = isMatch ? 1 : 0;
    return isMatch != (m_places[at] >= 0);
}

JobTableModel::Rows JobTableModel::matching() const
{
    Rows rows;
    rows.reserve(m_sorted.size());
    std::copy_if(m_sorted.begin(), m_sorted.end(), std::back_inserter(rows), [this](int row) {
        return m_isMatch[static_cast<size_t>(row)] != 0;
    });
    return rows;
}

/// Tells the views in the fewest steps: a block that comes or goes, else a new order of those that
/// stay, what goes cut off at the end, and what comes put there and then in its place.
void JobTableModel::show(const Rows &rows)
{
    if (rows == m_shown || showBlock(rows))
        return;
    std::vector<bool> isWanted(m_places.size(), false);
    for (const int row : rows)
        isWanted[static_cast<size_t>(row)] = true;
    Rows kept;
    Rows fresh;
    for (const int row : rows)
        (m_places[static_cast<size_t>(row)] >= 0 ? kept : fresh).push_back(row);
    Rows all = kept;
    std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(all), [&](int row) {
        return !isWanted[static_cast<size_t>(row)];
    });
    permute(all);
    showBlock(kept);
    if (fresh.empty())
        return;
    kept.insert(kept.end(), fresh.begin(), fresh.end());
    showBlock(kept);
    permute(rows);
}

/// When the two differ by one block of rows only.
bool JobTableModel::showBlock(const Rows &rows)
{
    const auto [oldEnd, newEnd]
        = std::mismatch(m_shown.begin(), m_shown.end(), rows.begin(), rows.end());
    const auto head = oldEnd - m_shown.begin();
    const auto shorter = static_cast<std::ptrdiff_t>(std::min(m_shown.size(), rows.size()));
    std::ptrdiff_t tail = 0;
    while (tail < shorter - head && *(m_shown.end() - 1 - tail) == *(rows.end() - 1 - tail))
        ++tail;
    if (head + tail != shorter)
        return false;
    const int first = static_cast<int>(head);
    if (rows.size() > m_shown.size()) {
        beginInsertRows({}, first, static_cast<int>(rows.end() - rows.begin() - tail) - 1);
        setShown(rows);
        endInsertRows();
    } else if (rows.size() < m_shown.size()) {
        beginRemoveRows({}, first, static_cast<int>(m_shown.end() - m_shown.begin() - tail) - 1);
        setShown(rows);
        endRemoveRows();
    }
    return true;
}

void JobTableModel::permute(const Rows &rows)
{
    if (rows == m_shown)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const Rows before = m_shown;
    setShown(rows);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        const int row = before.at(static_cast<size_t>(index.row()));
        to << this->index(m_places.at(static_cast<size_t>(row)), index.column());
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void JobTableModel::setShown(const Rows &rows)
{
    m_places.assign(static_cast<size_t>(m_jobs.size()), -1);
    for (size_t place = 0; place < rows.size(); ++place)
        m_places.at(static_cast<size_t>(rows[place])) = static_cast<int>(place);
    if (&rows != &m_shown)
        m_shown = rows;
}

} // namespace createzoom
