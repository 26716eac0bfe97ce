// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filterpane.h"

#include "ui/roomyrows.h"
#include "ui/symbolicicon.h"

#include <QHeaderView>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct GroupRow
{
    StateGroup group;
    const char *name;
    const char *icon;
    Tone tone;
};

constexpr auto groups = std::to_array<GroupRow>({
    {StateGroup::All, QT_TRANSLATE_NOOP("createzoom::FilterPane", "All"), "list", Tone::Neutral},
    {StateGroup::Active,
     QT_TRANSLATE_NOOP("createzoom::FilterPane", "Active"),
     "active",
     Tone::Neutral},
    {StateGroup::Running,
     QT_TRANSLATE_NOOP("createzoom::FilterPane", "Running"),
     "state-running",
     Tone::Accent},
    {StateGroup::Waiting,
     QT_TRANSLATE_NOOP("createzoom::FilterPane", "Waiting"),
     "state-waiting",
     Tone::Neutral},
    {StateGroup::Paused,
     QT_TRANSLATE_NOOP("createzoom::FilterPane", "Paused"),
     "state-paused",
     Tone::Neutral},
    {StateGroup::Attention,
     QT_TRANSLATE_NOOP("createzoom::FilterPane", "Needs attention"),
     "warning",
     Tone::Warning},
    {StateGroup::Done,
     QT_TRANSLATE_NOOP("createzoom::FilterPane", "Done"),
     "state-done",
     Tone::Success},
    {StateGroup::Dropped,
     QT_TRANSLATE_NOOP("createzoom::FilterPane", "Cancelled, skipped"),
     "state-cancelled",
     Tone::Neutral},
});
static_assert(groups.size() == stateGroupCount);

constexpr int valueRole = Qt::UserRole;

} // namespace

QString groupName(StateGroup group)
{
    return FilterPane::tr(groups.at(static_cast<size_t>(group)).name);
}

FilterPane::FilterPane(QWidget *parent)
    : QTreeView(parent)
{
    setModel(&m_model);
    setAccessibleName(tr("Filters"));
    makeRowsRoomy(*this);
    setHeaderHidden(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setRootIsDecorated(false);
    setIndentation(6);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(150);
    m_states = addSection(tr("State"));
    for (const GroupRow &row : groups) {
        addLine(m_states, tr(row.name), int(row.group));
        m_states->child(m_states->rowCount() - 1)
            ->setIcon(symbolicIcon(QLatin1String(row.icon), row.tone));
    }
    m_sources = addSection(tr("Source"));
    addLine(m_sources, tr("Window"), int(Origin::Window));
    addLine(m_sources, tr("REST"), int(Origin::Rest));
    addLine(m_sources, tr("Watch folder"), int(Origin::WatchFolder));
    m_ages = addSection(tr("Added"));
    addLine(m_ages, tr("Today"), int(JobAge::Today));
    addLine(m_ages, tr("Last 3 days"), int(JobAge::ThreeDays));
    addLine(m_ages, tr("Earlier"), int(JobAge::Older));
    m_presets = addSection(tr("Preset"));
    m_buckets = addSection(tr("Bucket"));
    m_workers = addSection(tr("Worker"));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    expandAll();
    showTally({});
    choose(StateGroup::All);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        Q_EMIT queryChanged();
    });
}

QStandardItem *FilterPane::addSection(const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setFlags(Qt::ItemIsEnabled);
    QFont bold = font();
    bold.setBold(true);
    item->setFont(bold);
    auto *count = new QStandardItem;
    count->setFlags(Qt::ItemIsEnabled);
    m_model.appendRow({item, count});
    setFirstColumnSpanned(m_model.rowCount() - 1, {}, true);
    return item;
}

void FilterPane::addLine(QStandardItem *section, const QString &name, const QVariant &value)
{
    auto *item = new QStandardItem(name);
    item->setData(value, valueRole);
    auto *count = new QStandardItem;
    count->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    section->appendRow({item, count});
}

void FilterPane::showCount(QStandardItem *section, int row, int count)
{
    const QString text = QLocale().toString(count);
    QStandardItem *item = section->child(row, 1);
    if (item->text() == text)
        return;
    item->setText(text);
    QStandardItem *name = section->child(row);
    name->setData(tr("%1: %2", "a filter: how many jobs").arg(name->text(), text),
                  Qt::AccessibleTextRole);
}

void FilterPane::showNames(QStandardItem *section, const QHash<QString, int> &counts)
{
    for (int row = section->rowCount() - 1; row >= 0; --row) {
        const QStandardItem *item = section->child(row);
        if (!counts.contains(item->text()) && !selectionModel()->isSelected(item->index()))
            section->removeRow(row);
        else
            showCount(section, row, counts.value(item->text()));
    }
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        int row = 0;
        while (row < section->rowCount() && section->child(row)->text() < count.key())
            ++row;
        if (row < section->rowCount() && section->child(row)->text() == count.key())
            continue;
        auto *item = new QStandardItem(count.key());
        item->setData(count.key(), valueRole);
        item->setToolTip(count.key());
        auto *number = new QStandardItem;
        number->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        section->insertRow(row, {item, number});
        showCount(section, row, count.value());
    }
    setRowHidden(section->row(), {}, section->rowCount() == 0);
}

void FilterPane::showTally(const JobTally &tally)
{
    for (int row = 0; row < stateGroupCount; ++row)
        showCount(m_states, row, tally.groups.at(static_cast<size_t>(row)));
    for (int row = 0; row < 3; ++row) {
        showCount(m_sources, row, tally.origins.at(static_cast<size_t>(row)));
        showCount(m_ages, row, tally.ages.at(static_cast<size_t>(row)));
    }
    showNames(m_presets, tally.presets);
    showNames(m_buckets, tally.buckets);
    showNames(m_workers, tally.workers);
}

JobQuery FilterPane::query() const
{
    JobQuery query;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        const QStandardItem *item = m_model.itemFromIndex(index);
        const QStandardItem *section = item->parent();
        const QVariant value = item->data(valueRole);
        const unsigned bit = 1U << value.toUInt();
        if (section == m_states)
            query.groups |= bit;
        else if (section == m_sources)
            query.origins |= bit;
        else if (section == m_ages)
            query.ages |= bit;
        else if (section == m_presets)
            query.presets << value.toString();
        else if (section == m_buckets)
            query.buckets << value.toString();
        else if (section == m_workers)
            query.workers << value.toString();
    }
    if ((query.groups & 1U) != 0) // all, whatever else
        query.groups = 0;
    return query;
}

void FilterPane::choose(StateGroup group)
{
    const QModelIndex index = m_states->child(static_cast<int>(group))->index();
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

} // namespace createzoom
