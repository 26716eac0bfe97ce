// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/details/workerstab.h"

#include <QList>
#include <QTabWidget>

class QSettings;

namespace createzoom {

class LogTab;
class OptionsTab;
class OverviewTab;
class RequestTab;
class StepsTab;
struct JobTally;

/// What there is to know of the selected jobs, in tabs, and of a server's workers in one more; the
/// one that can be seen is kept up to date. GUI thread.
class DetailsPane : public QTabWidget
{
    Q_OBJECT

public:
    enum class Tab { Overview, Preview, Steps, Log, Options, Request, Workers };

    explicit DetailsPane(QWidget *parent = nullptr);

    /// Valid until this returns. None: the queue.
    void showRows(const QList<const JobRow *> &rows, const JobTally &tally);
    void openTab(Tab tab);
    Tab currentTab() const;
    /// The pane that shows a job's picture; becomes this one's child.
    void setPreview(QWidget *preview);
    void addThroughput(double pixelsPerSecond); ///< once a second
    void setRestAddress(const QString &address);
    void showLog(const QString &id, const QStringList &lines);
    void showLogFailure(const QString &id, const Error &error);
    /// Their tab is there from the first time on. Used until this returns.
    void showWorkers(const QList<WorkerInfo> &workers, const JobsAtWork &jobs);

    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

Q_SIGNALS:
    void retryRequested();
    void reportRequested();
    void optionsRequested();
    void logWanted(const QString &id);
    /// The tab that can be seen wants to be filled.
    void refreshWanted();

private:
    void makeShortcuts();
    QWidget *page(Tab tab) const;
    void setPossible(bool isOne, bool isOfBucket);

    OverviewTab *m_overview = nullptr;
    QWidget *m_preview = nullptr; ///< null: none was set
    StepsTab *m_steps = nullptr;
    LogTab *m_log = nullptr;
    OptionsTab *m_options = nullptr;
    RequestTab *m_request = nullptr;
    WorkersTab *m_workers = nullptr; ///< null: of this computer there are none to tell of
    Tab m_wanted = Tab::Overview; ///< comes back as soon as it is possible
    bool m_isFitting = false;
};

} // namespace createzoom
