// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobtablemodel.h"

#include "ui/errortext.h"
#include "ui/joblist.h"
#include "ui/jobpictures.h"
#include "ui/jobtext.h"
#include "ui/symbolicicon.h"

#include <algorithm>
#include <utility>

namespace createzoom {

namespace {

QList<int> stepStates(const Job &job)
{
    QList<int> states;
    for (const StepLook &step : stepsOf(job))
        states << static_cast<int>(step.state);
    return states;
}

QString toolTip(const JobRow &row, int column)
{
    const Job &job = row.job;
    switch (JobColumn(column)) {
    case JobColumn::Name:
    case JobColumn::Source:
        return job.request.source.text();
    case JobColumn::State:
        return job.error ? errorLine(*job.error) : warningLines(job).join(u'\n');
    case JobColumn::Steps: {
        QStringList names;
        for (const StepLook &step : stepsOf(job))
            names << step.name;
        return names.join(QStringLiteral(" · "));
    }
    case JobColumn::Error:
        return job.error ? errorLine(*job.error) : QString();
    default:
        return jobColumn(column).text(row);
    }
}

bool startsDescending(int column)
{
    return jobColumn(column).isFigure && column != static_cast<int>(JobColumn::Place);
}

QVariant alignment(int column)
{
    const bool isTrailing
        = jobColumn(column).isFigure && column != static_cast<int>(JobColumn::Progress);
    return int((isTrailing ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
}

} // namespace

JobTableModel::JobTableModel(JobList &jobs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_jobs(jobs)
    , m_keys(jobs)
{
    m_keys.make(m_column);
    connect(&jobs, &JobList::updated, this, &JobTableModel::takeUpdate);
    connect(&jobs, &JobList::aboutToRemove, this, &JobTableModel::leaveOut);
    connect(&jobs, &JobList::removed, this, &JobTableModel::closeGaps);
    connect(&jobs, &JobList::ranksChanged, this, [this] {
        constexpr int place = static_cast<int>(JobColumn::Place);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, place), index(rowCount() - 1, place));
    });
    if (jobs.size() > 0)
        takeUpdate({}, 0);
}

void JobTableModel::setPictures(const JobPictures *pictures)
{
    m_pictures = pictures;
    connect(pictures, &JobPictures::changed, this, [this](const QString &id) {
        const QModelIndex cell = index(rowOf(id), static_cast<int>(JobColumn::Picture));
        if (cell.isValid())
            Q_EMIT dataChanged(cell, cell, {PictureRole});
    });
}

QImage JobTableModel::pictureOf(const JobRow &row) const
{
    return m_pictures ? m_pictures->picture(row.job.id) : QImage();
}

const JobRow &JobTableModel::row(int row) const
{
    return m_jobs.at(m_shown.at(static_cast<size_t>(row)));
}

int JobTableModel::rowOf(const QString &id) const
{
    const int row = m_jobs.find(id);
    return row < 0 ? -1 : m_places.at(static_cast<size_t>(row));
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : jobColumnCount;
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobRow &row = this->row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return jobColumn(column).text(row);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::AccessibleTextRole:
        if (column == static_cast<int>(JobColumn::Picture))
            return pictureOf(row).isNull() ? tr("No picture yet") : tr("Picture");
        return column == static_cast<int>(JobColumn::Name) ? spokenText(row.job)
                                                           : jobColumn(column).text(row);
    case Qt::DecorationRole: {
        if (column != static_cast<int>(JobColumn::State))
            return {};
        const StateLook look = stateLook(row.job);
        return symbolicIcon(look.icon, look.tone);
    }
    case PercentRole:
        return row.job.progress;
    case StepStatesRole:
        return QVariant::fromValue(stepStates(row.job));
    case PictureRole:
        return pictureOf(row);
    default:
        return {};
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isColumn = orientation == Qt::Horizontal && section >= 0 && section < jobColumnCount;
    if (isColumn && role == Qt::DisplayRole)
        return jobColumnTitle(section);
    if (isColumn && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (isColumn && role == Qt::InitialSortOrderRole) // of numbers and times the largest first
        return int(startsDescending(section) ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (isColumn && role == Qt::ToolTipRole && section == static_cast<int>(JobColumn::Place))
        return tr("Place in the queue");
    return orientation == Qt::Vertical
        ? QVariant()
        : QAbstractTableModel::headerData(section, orientation, role);
}

Qt::ItemFlags JobTableModel::flags(const QModelIndex &index) const
{
    // A dragged row is a place in the queue, or the file of its archive.
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags;
}

void JobTableModel::takeUpdate(const QList<int> &changed, int firstNew)
{
    const auto all = static_cast<size_t>(m_jobs.size());
    const auto known = static_cast<size_t>(firstNew);
    m_isStale = m_isStale || std::any_of(changed.begin(), changed.end(), [this](int row) {
                    return m_keys.isStale(row);
                });
    m_places.resize(all, -1);
    m_isMatch.resize(all, 0);
    if (all > known)
        sortIn(firstNew);
    bool isSame = true;
    for (const int row : changed)
        isSame = !renewMatch(row) && isSame;
    for (int row = firstNew; row < m_jobs.size(); ++row)
        isSame = !renewMatch(row) && isSame;
    if (!isSame)
        show(matching());
    tellChanged(changed);
}

// One signal for each stretch of rows; near stretches are told as one, as a view only repaints.
void JobTableModel::tellChanged(const QList<int> &rows)
{
    constexpr int near = 32;
    Rows places;
    for (const int row : rows) {
        if (const int place = m_places.at(static_cast<size_t>(row)); place >= 0)
            places.push_back(place);
    }
    std::sort(places.begin(), places.end());
    for (size_t i = 0; i < places.size();) {
        size_t end = i + 1;
        while (end < places.size() && places[end] - places[end - 1] <= near)
            ++end;
        Q_EMIT dataChanged(index(places[i], 0), index(places[end - 1], jobColumnCount - 1));
        i = end;
    }
}

void JobTableModel::leaveOut(const QList<int> &rows)
{
    std::vector<bool> isGone(static_cast<size_t>(m_jobs.size()), false);
    for (const int row : rows)
        isGone.at(static_cast<size_t>(row)) = true;
    const auto gone = [&](int row) {
        return isGone.at(static_cast<size_t>(row));
    };
    Rows kept = m_shown;
    std::erase_if(kept, gone);
    show(kept);
    std::erase_if(m_sorted, gone);
}

void JobTableModel::closeGaps(const QList<int> &rows)
{
    Rows moved(m_isMatch.size(), 0); // old row -> new row
    auto next = rows.cbegin();
    size_t kept = 0;
    for (size_t row = 0; row < moved.size(); ++row) {
        if (next != rows.cend() && static_cast<size_t>(*next) == row) {
            ++next;
            continue;
        }
        moved[row] = static_cast<int>(kept);
        m_isMatch[kept++] = m_isMatch[row];
    }
    m_isMatch.resize(kept);
    m_keys.remove(rows);
    for (Rows *list : {&m_sorted, &m_shown}) {
        for (int &row : *list)
            row = moved.at(static_cast<size_t>(row));
    }
    setShown(m_shown);
}

} // namespace createzoom
