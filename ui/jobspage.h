// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobfacets.h"

#include <QAction>
#include <QList>
#include <QWidget>

class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace createzoom {

class DetailsPane;
class DropZone;
class FilterPane;
class JobList;
class JobTableView;
class JobTableModel;
class WindowActions;

/// The middle of the window: filters, the table of jobs, the details of the selected ones below; or
/// the invitation to drop images while there are no jobs. Shows the list, changes nothing. Owned by
/// the window, GUI thread; `jobs` and `actions` outlive it.
class JobsPage : public QWidget
{
    Q_OBJECT

public:
    JobsPage(JobList &jobs, const WindowActions &actions, QWidget *parent = nullptr);

    JobTableView &table() { return *m_table; }
    DetailsPane &details() { return *m_details; }
    FilterPane &filters() { return *m_filters; }

    void setSearch(const QString &text);
    void setInviting(bool inviting, const QString &words = {});
    void setFiltersVisible(bool visible);
    void setDetailsVisible(bool visible);
    void focusPane(int step); ///< the next (1) or previous (-1) of filters, table, details
    void setServer(const QString &name); ///< whose jobs are shown, not this computer's
    void refresh(); ///< sorts and filters anew

    void restore(const QSettings &settings);
    void save(QSettings &settings);

Q_SIGNALS:
    void selectionChanged();
    void filterCleared(); ///< the search field, too, is to be emptied

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeNoMatch();
    void connectParts();
    void applyQuery();
    void showPage();
    void showDetails();
    void showDetailsSoon();
    void clearFilter();

    JobList &m_jobs;
    JobTableModel *m_model = nullptr;
    QStackedWidget *m_pages = nullptr;
    DropZone *m_empty = nullptr;
    DropZone *m_overlay = nullptr;
    QLabel *m_noJobs = nullptr; ///< of a server; null: this computer's jobs are shown
    QSplitter *m_across = nullptr;
    QSplitter *m_down = nullptr;
    FilterPane *m_filters = nullptr;
    QStackedWidget *m_tablePages = nullptr;
    JobTableView *m_table = nullptr;
    QWidget *m_noMatch = nullptr;
    QLabel *m_noMatchWords = nullptr;
    DetailsPane *m_details = nullptr;
    QString m_search{};
    bool m_isDetailsDue = false;
};

} // namespace createzoom
