// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobtablemodel.h"

#include "ui/errortext.h"
#include "ui/jobtext.h"
#include "ui/symbolicicon.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace createzoom {

namespace {

constexpr auto titles = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("createzoom::JobTableModel", "Name"),
    QT_TRANSLATE_NOOP("createzoom::JobTableModel", "State"),
    QT_TRANSLATE_NOOP("createzoom::JobTableModel", "Steps"),
    QT_TRANSLATE_NOOP("createzoom::JobTableModel", "Progress"),
    QT_TRANSLATE_NOOP("createzoom::JobTableModel", "Source"),
    QT_TRANSLATE_NOOP("createzoom::JobTableModel", "Added"),
    QT_TRANSLATE_NOOP("createzoom::JobTableModel", "Output"),
});
static_assert(titles.size() == JobTableModel::ColumnCount);

QList<int> stepStates(const Job &job)
{
    QList<int> states;
    for (const StepLook &step : stepsOf(job))
        states << static_cast<int>(step.state);
    return states;
}

} // namespace

JobTableModel::JobTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void JobTableModel::update(const QList<Job> &jobs)
{
    QHash<QString, Job> fresh; // one page may hold two changes of one job; the later one counts
    QStringList order;
    QList<Job> known;
    for (const Job &job : jobs) {
        if (m_removed.contains(job.id))
            continue;
        if (m_rows.contains(job.id)) {
            known << job;
            continue;
        }
        if (!fresh.contains(job.id))
            order << job.id;
        fresh.insert(job.id, job);
    }
    renew(known);
    QList<Job> added;
    for (const QString &id : order)
        added << fresh.value(id);
    append(added);
}

void JobTableModel::renew(const QList<Job> &known)
{
    if (known.isEmpty())
        return;
    int first = rowCount();
    int last = 0;
    for (const Job &job : known) {
        const int row = m_rows.value(job.id);
        m_jobs[row] = job;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void JobTableModel::append(const QList<Job> &fresh)
{
    if (fresh.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    for (const Job &job : fresh) {
        m_rows.insert(job.id, static_cast<int>(m_jobs.size()));
        m_jobs << job;
    }
    endInsertRows();
}

void JobTableModel::removeJobs(const QStringList &ids)
{
    QList<int> rows;
    for (const QString &id : ids) {
        const auto found = m_rows.constFind(id);
        if (found != m_rows.cend())
            rows << *found;
        m_removed.insert(id);
    }
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : rows) {
        beginRemoveRows({}, row, row);
        m_rows.remove(m_jobs.at(row).id);
        m_jobs.removeAt(row);
        endRemoveRows();
    }
    for (int row = rows.isEmpty() ? rowCount() : rows.last(); row < rowCount(); ++row)
        m_rows.insert(m_jobs.at(row).id, row);
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Job &job = m_jobs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(job, index.column());
    case Qt::ToolTipRole:
        return toolTip(job, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Name ? spokenText(job) : displayText(job, index.column());
    case Qt::DecorationRole: {
        if (index.column() != State)
            return {};
        const StateLook look = stateLook(job);
        return symbolicIcon(look.icon, look.tone);
    }
    case SortRole:
        return sortValue(job, index.column());
    case PercentRole:
        return job.progress;
    case StepStatesRole:
        return QVariant::fromValue(stepStates(job));
    default:
        return {};
    }
}

QVariant JobTableModel::displayText(const Job &job, int column)
{
    switch (column) {
    case Name:
        return job.request.sourceName();
    case State:
        return stateLook(job).words;
    case Steps:
        return currentStepName(job);
    case Progress:
        return percentText(job);
    case Source:
        return sourceKind(job);
    case Added:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(job.createdAt),
                                  QLocale::ShortFormat);
    case Output:
        return job.request.target().text();
    default:
        return {};
    }
}

QVariant JobTableModel::sortValue(const Job &job, int column)
{
    switch (column) {
    case Progress:
        return job.progress;
    case Added:
        return job.createdAt;
    default:
        return displayText(job, column);
    }
}

QVariant JobTableModel::toolTip(const Job &job, int column)
{
    switch (column) {
    case Name:
    case Source:
        return job.request.source.text();
    case State:
        return job.error ? errorLine(*job.error) : job.warnings.join(u'\n');
    case Steps: {
        QStringList names;
        for (const StepLook &step : stepsOf(job))
            names << step.name;
        return names.join(QStringLiteral(" · "));
    }
    default:
        return displayText(job, column);
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    return tr(titles.at(static_cast<size_t>(section)));
}

} // namespace createzoom
