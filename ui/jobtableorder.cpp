// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the table: sorting, filtering, and telling views what moved.
#include "ui/joblist.h"
#include "ui/jobtablemodel.h"
#include "ui/naturalkey.h"

#include <algorithm>
#include <numeric>

namespace createzoom {

namespace {

/// The bytes from `skip` on that fit a word, so that most comparisons are of numbers.
quint64 headOf(const QByteArray &text, qsizetype skip)
{
    quint64 head = 0;
    for (qsizetype i = skip; i < skip + 8; ++i)
        head = (head << 8) | (i < text.size() ? static_cast<uchar>(text.at(i)) : 0U);
    return head;
}

qsizetype commonLength(const QByteArray &left, const QByteArray &right, qsizetype most)
{
    const qsizetype end = std::min({left.size(), right.size(), most});
    qsizetype length = 0;
    while (length < end && left.at(length) == right.at(length))
        ++length;
    return length;
}

} // namespace

JobTableModel::Key JobTableModel::keyOf(int row) const
{
    const JobRow &job = m_jobs.at(row);
    const JobColumnInfo &column = jobColumn(m_column);
    if (column.number)
        return {column.number(job), {}};
    return {0, column.column == JobColumn::Name ? job.nameKey : naturalKey(column.text(job))};
}

/// Of equal rows the one that became known first comes first, in either order.
bool JobTableModel::isBefore(int left, int right) const
{
    const Key &first = m_keys.at(static_cast<size_t>(left));
    const Key &second = m_keys.at(static_cast<size_t>(right));
    const bool isAscending = m_order == Qt::AscendingOrder;
    if (first.number != second.number)
        return (first.number < second.number) == isAscending;
    const int compared = first.text.compare(second.text);
    return compared != 0 ? (compared < 0) == isAscending : left < right;
}

void JobTableModel::sortAll()
{
    const auto all = static_cast<size_t>(m_jobs.size());
    m_keys.resize(all);
    for (size_t row = 0; row < all; ++row)
        m_keys[row] = keyOf(static_cast<int>(row));
    m_sorted.resize(all);
    std::iota(m_sorted.begin(), m_sorted.end(), 0);
    if (jobColumn(m_column).number) {
        struct Pair
        {
            double number;
            int row;
        };
        std::vector<Pair> pairs(all);
        for (size_t row = 0; row < all; ++row)
            pairs[row] = {m_keys[row].number, static_cast<int>(row)};
        const bool isAscending = m_order == Qt::AscendingOrder;
        std::sort(pairs.begin(), pairs.end(), [isAscending](const Pair &left, const Pair &right) {
            if (left.number != right.number)
                return (left.number < right.number) == isAscending;
            return left.row < right.row;
        });
        std::transform(pairs.begin(), pairs.end(), m_sorted.begin(), [](const Pair &pair) {
            return pair.row;
        });
    } else {
        sortTexts(m_sorted);
    }
    m_isStale = false;
}

// Names of a batch begin alike: what they share is passed over.
void JobTableModel::sortTexts(Rows &rows) const
{
    if (rows.empty())
        return;
    const QByteArray &first = m_keys.front().text;
    qsizetype shared = first.size();
    for (const Key &key : m_keys)
        shared = commonLength(first, key.text, shared);
    struct Pair
    {
        quint64 head;
        int row;
    };
    std::vector<Pair> pairs;
    pairs.reserve(rows.size());
    for (const int row : rows)
        pairs.push_back({headOf(m_keys[static_cast<size_t>(row)].text, shared), row});
    const bool isAscending = m_order == Qt::AscendingOrder;
    std::sort(pairs.begin(), pairs.end(), [&](const Pair &left, const Pair &right) {
        if (left.head != right.head)
            return (left.head < right.head) == isAscending;
        return isBefore(left.row, right.row);
    });
    std::transform(
        pairs.begin(), pairs.end(), rows.begin(), [](const Pair &pair) { return pair.row; });
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= jobColumnCount)
        return;
    m_column = column;
    m_order = order;
    resort();
}

void JobTableModel::resort()
{
    sortAll();
    show(matching());
}

void JobTableModel::setQuery(const JobQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_matcher = JobMatcher(query);
    show(matching());
}

JobTableModel::Rows JobTableModel::matching() const
{
    Rows rows;
    rows.reserve(m_sorted.size());
    std::copy_if(m_sorted.begin(), m_sorted.end(), std::back_inserter(rows), [this](int row) {
        return m_matcher.matches(m_jobs.at(row));
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
