// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobfacets.h"
#include "ui/jobquery.h"

#include <QStandardItemModel>
#include <QTreeView>

namespace createzoom {

/// What the jobs can be filtered by, with how many there are of each: a click shows those alone,
/// with Ctrl also those. Knows no jobs, only their counts. GUI thread.
class FilterPane : public QTreeView
{
    Q_OBJECT

public:
    explicit FilterPane(QWidget *parent = nullptr);

    void showTally(const JobTally &tally);
    /// Facets of the chosen lines; the text is empty.
    JobQuery query() const;
    void choose(StateGroup group); ///< that alone
    void chooseAll() { choose(StateGroup::All); }

Q_SIGNALS:
    void queryChanged();

private:
    QStandardItem *addSection(const QString &title);
    void addLine(QStandardItem *section, const QString &name, const QVariant &value);
    void showCount(QStandardItem *section, int row, int count);
    void showNames(QStandardItem *section, const QHash<QString, int> &counts);

    QStandardItemModel m_model{};
    QStandardItem *m_states = nullptr;
    QStandardItem *m_sources = nullptr;
    QStandardItem *m_ages = nullptr;
    QStandardItem *m_presets = nullptr;
    QStandardItem *m_buckets = nullptr;
    QStandardItem *m_workers = nullptr;
};

QString groupName(StateGroup group);

} // namespace createzoom
