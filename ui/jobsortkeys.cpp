// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobsortkeys.h"

#include "ui/jobcolumns.h"
#include "ui/joblist.h"
#include "ui/naturalkey.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <utility>

namespace createzoom {

namespace {

constexpr size_t bytesPerWord = sizeof(quint64);

/// Sorts as the number does.
quint64 wordOf(double number)
{
    constexpr quint64 sign = quint64{1} << 63U;
    const quint64 bits = std::bit_cast<quint64>(number == 0 ? 0.0 : number); // no minus zero
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// The last one is filled up with zeros.
template<typename Use>
void forEachWord(const QByteArray &key, const Use &use)
{
    const auto size = static_cast<size_t>(key.size());
    size_t at = 0;
    for (; at + bytesPerWord <= size; at += bytesPerWord)
        use(qFromBigEndian<quint64>(key.constData() + at));
    if (at == size)
        return;
    std::array<char, bytesPerWord> rest{};
    std::copy_n(key.constData() + at, size - at, rest.begin());
    use(qFromBigEndian<quint64>(rest.data()));
}

} // namespace

/// Sorts rows by their words from the left: those that share the first by the second, and so on.
class WordSort
{
public:
    WordSort(const JobSortKeys &keys, Qt::SortOrder order)
        : m_keys(keys)
        , m_flip(order == Qt::AscendingOrder ? 0 : ~quint64{0})
        , m_pairs(static_cast<size_t>(keys.size()))
        , m_spare(m_pairs.size())
    {}

    std::vector<int> rows()
    {
        for (size_t row = 0; row < m_pairs.size(); ++row)
            m_pairs[row].row = static_cast<int>(row);
        sort(m_pairs, 0);
        std::vector<int> rows(m_pairs.size());
        std::transform(m_pairs.begin(), m_pairs.end(), rows.begin(), [](const Pair &pair) {
            return pair.row;
        });
        return rows;
    }

private:
    struct Pair
    {
        quint64 word = 0;
        int row = 0;
    };

    void sort(std::span<Pair> pairs, size_t at)
    {
        bool isMore = false; // some have a word after this one
        for (Pair &pair : pairs) {
            pair.word = m_keys.word(pair.row, at) ^ m_flip;
            isMore = isMore || m_keys.length(pair.row) > at + 1;
        }
        sortByWord(pairs);
        if (!isMore)
            return;
        for (size_t begin = 0; begin < pairs.size();) {
            size_t end = begin + 1;
            while (end < pairs.size() && pairs[end].word == pairs[begin].word)
                ++end;
            if (end - begin > 1)
                sort(pairs.subspan(begin, end - begin), at + 1);
            begin = end;
        }
    }

    // Equal ones keep their order, which is that of the rows.
    void sortByWord(std::span<Pair> pairs)
    {
        constexpr size_t few = 400;
        const auto before = [](const Pair &left, const Pair &right) {
            return left.word != right.word ? left.word < right.word : left.row < right.row;
        };
        if (pairs.size() < few)
            std::sort(pairs.begin(), pairs.end(), before);
        else if (!std::is_sorted(pairs.begin(), pairs.end(), before))
            sortByBytes(pairs);
    }

    /// Radix sort, the last byte first; bytes that all share cost nothing.
    void sortByBytes(std::span<Pair> pairs)
    {
        std::array<std::array<size_t, 256>, bytesPerWord> counts{};
        for (const Pair &pair : pairs) {
            for (size_t byte = 0; byte < bytesPerWord; ++byte)
                ++counts[byte][byteOf(pair.word, byte)];
        }
        for (size_t byte = 0; byte < bytesPerWord; ++byte) {
            auto &places = counts[byte];
            if (places[byteOf(pairs.front().word, byte)] == pairs.size())
                continue;
            size_t sum = 0;
            for (size_t &place : places)
                sum += std::exchange(place, sum);
            for (const Pair &pair : pairs)
                m_spare[places[byteOf(pair.word, byte)]++] = pair;
            std::copy_n(m_spare.begin(), pairs.size(), pairs.begin());
        }
    }

    static size_t byteOf(quint64 word, size_t byte) { return (word >> (8 * byte)) & 0xff; }

    const JobSortKeys &m_keys;
    const quint64 m_flip; ///< turns the order round
    std::vector<Pair> m_pairs;
    std::vector<Pair> m_spare;
};

JobSortKeys::JobSortKeys(const JobList &jobs)
    : m_jobs(jobs)
{}

size_t JobSortKeys::length(int row) const
{
    const auto at = static_cast<size_t>(row);
    return m_begins[at + 1] - m_begins[at];
}

quint64 JobSortKeys::word(int row, size_t at) const
{
    return at < length(row) ? m_words[m_begins[static_cast<size_t>(row)] + at] : 0;
}

void JobSortKeys::make(int column)
{
    m_column = column;
    m_known.clear();
    m_latest = m_known.cend();
    m_words.clear();
    m_begins.assign(1, 0);
    append();
}

// No text is read letter by letter for each row: fifty thousand take longer than a frame.
template<typename Use>
void JobSortKeys::forEachWordOf(const JobRow &row, const Use &use)
{
    const JobColumnInfo &column = jobColumn(m_column);
    switch (column.column) {
    case JobColumn::Name:
        return forEachWord(row.nameKey, use);
    case JobColumn::Destination: // of one folder by the names
        forEachWord(knownKey(row.job.request.targetFolder.text()), use);
        use(0);
        return forEachWord(row.nameKey, use);
    case JobColumn::JobId: // no words, no numbers
        return forEachWord(row.job.id.toLatin1(), use);
    default:
        return forEachWord(knownKey(column.text(row)), use);
    }
}

bool JobSortKeys::isStale(int row)
{
    const JobRow &job = m_jobs.at(row);
    if (const auto number = jobColumn(m_column).number)
        return wordOf(number(job)) != word(row, 0);
    size_t at = 0;
    bool isSame = true;
    forEachWordOf(job, [&](quint64 now) { isSame = now == word(row, at++) && isSame; });
    return !isSame || at != length(row);
}

void JobSortKeys::append()
{
    const JobColumnInfo &column = jobColumn(m_column);
    m_begins.reserve(static_cast<size_t>(m_jobs.size()) + 1);
    for (int row = size(); row < m_jobs.size(); ++row) {
        const JobRow &job = m_jobs.at(row);
        if (column.number)
            m_words.push_back(wordOf(column.number(job)));
        else
            forEachWordOf(job, [this](quint64 word) { m_words.push_back(word); });
        m_begins.push_back(m_words.size());
    }
}

// Neighbours mostly share it: they were added together.
const QByteArray &JobSortKeys::knownKey(const QString &text)
{
    if (m_latest != m_known.cend() && m_latest.key() == text)
        return *m_latest;
    m_latest = m_known.constFind(text);
    if (m_latest == m_known.cend())
        m_latest = m_known.insert(text, naturalKey(text));
    return *m_latest;
}

void JobSortKeys::remove(const QList<int> &rows)
{
    std::vector<quint64> words;
    std::vector<size_t> begins{0};
    words.reserve(m_words.size());
    begins.reserve(m_begins.size());
    auto next = rows.cbegin();
    for (int row = 0; row < size(); ++row) {
        if (next != rows.cend() && *next == row) {
            ++next;
            continue;
        }
        const auto begin
            = m_words.cbegin() + static_cast<std::ptrdiff_t>(m_begins[static_cast<size_t>(row)]);
        words.insert(words.end(), begin, begin + static_cast<std::ptrdiff_t>(length(row)));
        begins.push_back(words.size());
    }
    m_words.swap(words);
    m_begins.swap(begins);
}

bool JobSortKeys::isBefore(int left, int right, Qt::SortOrder order) const
{
    const size_t most = std::max(length(left), length(right));
    for (size_t at = 0; at < most; ++at) {
        const quint64 first = word(left, at);
        const quint64 second = word(right, at);
        if (first != second)
            return (first < second) == (order == Qt::AscendingOrder);
    }
    return left < right;
}

std::vector<int> JobSortKeys::sortedRows(Qt::SortOrder order) const
{
    return WordSort(*this, order).rows();
}

} // namespace createzoom
