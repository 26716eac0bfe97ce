// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "ui/jobfacets.h"
#include "ui/jobrate.h"
#include "ui/worktally.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <string>
#include <utility>
#include <vector>

namespace createzoom {

/// A job with what the window derives from it, once per change and not once per look.
struct JobRow
{
    Job job{};
    JobFacets facets{};
    JobRate rate{};
    int rank = 0; ///< among the jobs that wait, from 1; 0 = has none
    QByteArray nameKey{}; ///< naturalKey() of the name
    std::string haystack{}; ///< what a search looks through: folded, UTF-8
};

/// All jobs of the window, in the order in which they became known, with their counts. Fed with
/// values by JobWatcher, and by who removes jobs here. Owned by the window, GUI thread.
class JobList : public QObject
{
    Q_OBJECT

public:
    explicit JobList(QObject *parent = nullptr);

    /// Adds the jobs that are new and renews the others. `now`: UTC milliseconds.
    void update(const QList<Job> &jobs, qint64 now);
    void remove(const QStringList &ids);
    void clear(); ///< another service is shown from now on
    void renewAges(qint64 now); ///< a day may have passed

    int size() const { return static_cast<int>(m_rows.size()); }
    const JobRow &at(int row) const { return m_rows.at(static_cast<size_t>(row)); }
    int find(const QString &id) const { return m_index.value(id, -1); }
    const JobTally &tally() const { return m_tally; }
    const WorkTally &work() const { return m_work; }
    /// Of the work() what is done already, by whomever: what the open jobs have reached, and the
    /// jobs done since the oldest of them was added.
    double workReached() const;

Q_SIGNALS:
    /// `changed` ascending; rows from `firstNew` on are new.
    void updated(const QList<int> &changed, int firstNew);
    void ranksChanged();
    /// Ascending; still there.
    void aboutToRemove(const QList<int> &rows);
    void removed(const QList<int> &rows); ///< the rows after each have moved up

private:
    void renew(int row, const Job &job, qint64 now);
    void append(const Job &job, qint64 now);
    void rank();

    std::vector<JobRow> m_rows{};
    QHash<QString, int> m_index{}; ///< id -> row
    QSet<QString> m_removed{}; ///< a change read before the removal may arrive after it
    JobTally m_tally{};
    WorkTally m_work{};
    AgeScale m_ages{}; ///< of the latest day
    std::vector<std::pair<double, int>> m_queue{}; ///< place and row of those that wait, in order
    std::vector<int> m_moved{}; ///< rows that came into the queue, left it or moved in it
};

} // namespace createzoom
