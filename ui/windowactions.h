// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QAction>
#include <QHash>
#include <QList>
#include <QObject>

namespace createzoom {

struct JobRow;
struct JobTally;

/// What can be done in the window.
enum class Deed {
    AddFiles,
    AddFolder,
    AddRemote,
    Paste,
    Settings,
    Quit,
    CopyNames,
    CopyReport,
    SelectAll,
    Find,
    ToggleQueue,
    PauseNow,
    RetryAllFailed,
    ClearFinished,
    View,
    OpenOutput,
    OpenSource,
    Pause,
    Resume,
    Cancel,
    Retry,
    Remove,
    MoveUp,
    MoveDown,
    MoveTop,
    MoveBottom,
    JobOptions,
    ShowFilters,
    ShowDetails,
    ComfortableRows,
    ShowPreview,
    ShowLog,
    Refresh,
    NextPane,
    PreviousPane,
    FullScreen,
    Shortcuts,
    About,
};

/// May this be done with the job as it is?
bool isAllowed(Deed deed, const Job &job);

/// The window's verbs, shared by tool bar, menus and context menu: one table. Those that do not fit
/// the selection or the queue are disabled and say why. Owned by the window. GUI thread.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);

    QAction *action(Deed deed) const { return m_actions.value(deed); }
    QList<QAction *> actions(const QList<Deed> &deeds) const;
    /// Of the state filters, Alt+1 to Alt+8.
    QList<QAction *> filterActions() const { return m_filters; }

    /// Enables what can be done with at least one of the jobs.
    void fitTo(const QList<const JobRow *> &selected);
    void fitTo(const JobTally &tally);
    void showQueuePaused(bool isPaused);
    /// Of a server's jobs no files are here, and none can be added from here.
    void showPlace(bool isHere, bool hasBucket);

private:
    void makeFilters();
    void enable(Deed deed, bool isPossible);

    bool m_isHere = true; ///< the jobs are this computer's
    QHash<Deed, QAction *> m_actions{};
    QList<QAction *> m_filters{};
};

/// "Add files" of "&Add files…": a name without marks.
QString plainText(const QAction &action);

} // namespace createzoom
