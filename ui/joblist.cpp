// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/joblist.h"

#include "ui/naturalkey.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace createzoom {

namespace {

std::string haystackOf(const Job &job)
{
    const QString text = job.request.source.text() + u'\n' + job.request.target().text() + u'\n'
        + job.id + u'\n' + job.request.submitter;
    return text.toCaseFolded().toStdString();
}

bool waits(const JobRow &row)
{
    return isQueued(row.job.state);
}

} // namespace

JobList::JobList(QObject *parent)
    : QObject(parent)
{}

void JobList::update(const QList<Job> &jobs, qint64 now)
{
    const int firstNew = size();
    if (!m_ages.holds(now))
        m_ages = AgeScale(now);
    QList<int> changed;
    for (const Job &job : jobs) {
        if (m_removed.contains(job.id))
            continue;
        const int row = find(job.id);
        if (row < 0) {
            append(job, now);
            continue;
        }
        renew(row, job, now); // one page may hold two changes of one job; the later one counts
        if (row < firstNew)
            changed << row;
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    rank();
    if (!changed.isEmpty() || size() > firstNew)
        Q_EMIT updated(changed, firstNew);
}

void JobList::append(const Job &job, qint64 now)
{
    JobRow row{.job = job,
               .facets = facetsOf(job, m_ages),
               .nameKey = naturalKey(job.request.sourceName()),
               .haystack = haystackOf(job)};
    row.rate.note(job, now);
    m_tally.count(row.facets, job.state, 1);
    m_work.add(job);
    if (waits(row))
        m_moved.push_back(size());
    m_index.insert(job.id, size());
    m_rows.push_back(std::move(row));
}

void JobList::renew(int row, const Job &job, qint64 now)
{
    JobRow &known = m_rows.at(static_cast<size_t>(row));
    m_tally.count(known.facets, known.job.state, -1);
    m_work.advance(known.job, job);
    const bool didWait = waits(known);
    const double place = known.job.place;
    known.job = job;
    known.facets = facetsOf(job, m_ages);
    if (didWait != waits(known) || (didWait && place != job.place))
        m_moved.push_back(row);
    known.rate.note(job, now);
    m_tally.count(known.facets, job.state, 1);
}

void JobList::remove(const QStringList &ids)
{
    QList<int> rows;
    for (const QString &id : ids) {
        m_removed.insert(id);
        if (const int row = find(id); row >= 0)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.isEmpty())
        return;
    Q_EMIT aboutToRemove(rows);
    auto next = rows.cbegin();
    size_t kept = 0;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (next != rows.cend() && static_cast<size_t>(*next) == row) {
            const JobRow &gone = m_rows.at(row);
            m_tally.count(gone.facets, gone.job.state, -1);
            m_work.subtract(gone.job);
            m_index.remove(gone.job.id);
            ++next;
            continue;
        }
        if (kept != row) {
            m_rows.at(kept) = std::move(m_rows.at(row));
            m_index.insert(m_rows.at(kept).job.id, static_cast<int>(kept));
        }
        ++kept;
    }
    m_rows.resize(kept);
    Q_EMIT removed(rows);
    m_queue.clear(); // of other rows
    for (int row = 0; row < size(); ++row) {
        if (waits(at(row)))
            m_moved.push_back(row);
    }
    rank();
}

/// Touches those in the queue only: of tens of thousands of jobs most have ended.
void JobList::rank()
{
    if (m_moved.empty())
        return;
    std::sort(m_moved.begin(), m_moved.end());
    m_moved.erase(std::unique(m_moved.begin(), m_moved.end()), m_moved.end());
    std::vector<bool> isMoved(m_rows.size(), false);
    for (const int row : m_moved)
        isMoved[static_cast<size_t>(row)] = true;
    std::erase_if(m_queue,
                  [&](const auto &entry) { return isMoved[static_cast<size_t>(entry.second)]; });
    const auto stayed = static_cast<std::ptrdiff_t>(m_queue.size());
    for (const int row : std::exchange(m_moved, {})) {
        JobRow &known = m_rows[static_cast<size_t>(row)];
        known.rank = 0;
        if (waits(known))
            m_queue.emplace_back(known.job.place, row);
    }
    std::sort(m_queue.begin() + stayed, m_queue.end());
    std::inplace_merge(m_queue.begin(), m_queue.begin() + stayed, m_queue.end());
    int rank = 0;
    for (const auto &[place, row] : m_queue)
        m_rows[static_cast<size_t>(row)].rank = ++rank;
    Q_EMIT ranksChanged();
}

void JobList::clear()
{
    QStringList ids;
    for (const JobRow &row : m_rows)
        ids << row.job.id;
    remove(ids);
    m_removed.clear();
    m_work = {};
}

double JobList::workReached() const
{
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    qint64 oldest = never;
    for (const JobRow &row : m_rows) {
        if (willRun(row.job.state))
            oldest = std::min(oldest, row.job.createdAt);
    }
    double reached = 0;
    for (const JobRow &row : m_rows) {
        const Job &job = row.job;
        if (willRun(job.state) || (job.state == JobState::Done && job.endedAt >= oldest))
            reached += m_work.reachedBy(job);
    }
    return reached;
}

void JobList::renewAges(qint64 now)
{
    if (m_ages.holds(now))
        return;
    m_ages = AgeScale(now);
    QList<int> changed;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        JobRow &known = m_rows.at(row);
        const JobAge age = m_ages.ageOf(known.job.createdAt);
        if (age == known.facets.age)
            continue;
        m_tally.count(known.facets, known.job.state, -1);
        known.facets.age = age;
        m_tally.count(known.facets, known.job.state, 1);
        changed << static_cast<int>(row);
    }
    if (!changed.isEmpty())
        Q_EMIT updated(changed, size());
}

} // namespace createzoom
