// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowactions.h"

#include "ui/filterpane.h"
#include "ui/joblist.h"
#include "ui/symbolicicon.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct Row
{
    Deed deed;
    const char *icon;
    const char *text;
    const char *shortcut;
    const char *toolTip;
    const char *whyNot; ///< empty: always possible
};

#define T(text) QT_TRANSLATE_NOOP("createzoom::WindowActions", text)
// clang-format off
constexpr auto rows = std::to_array<Row>({
    {Deed::AddFiles, "add-files", T("&Add files…"), "Ctrl+O", T("Add images to convert"), ""},
    {Deed::AddFolder, "add-folder", T("Add &folder…"), "Ctrl+Shift+O", T("Add all images below a folder"), ""},
    {Deed::AddRemote, "bucket", T("Add from &bucket…"), "Ctrl+N", T("Add images of a bucket"), T("No bucket service is set up")},
    {Deed::Paste, "paste", T("&Paste files"), "Ctrl+V", T("Add the files and paths on the clipboard"), ""},
    {Deed::Settings, "settings", T("&Settings…"), "Ctrl+,", T("Change how CreateZoom works"), ""},
    {Deed::Quit, "close", T("&Quit"), "Ctrl+Q", T("Close CreateZoom"), ""},
    {Deed::CopyNames, "copy", T("&Copy names and paths"), "Ctrl+C", T("Copy names and paths of the selected jobs"), T("Select a job to copy its name")},
    {Deed::CopyReport, "copy", T("Copy &report"), "Ctrl+Shift+C", T("Copy all that is known of the selected jobs, without secrets"), T("Select a job to copy its report")},
    {Deed::SelectAll, "list", T("Select &all"), "Ctrl+A", T("Select all jobs that are shown"), ""},
    {Deed::Find, "search", T("&Find…"), "Ctrl+F", T("Search name, path, id"), ""},
    {Deed::ToggleQueue, "state-paused", T("&Pause queue"), "Ctrl+P", T("Begin no more jobs; those that run go on"), ""},
    {Deed::PauseNow, "state-paused", T("Pause &now"), "Ctrl+Alt+P", T("Begin no more jobs, and pause those that run"), ""},
    {Deed::RetryAllFailed, "retry", T("Retry all &failed"), "Ctrl+Shift+R", T("Run all failed jobs again"), T("No job has failed")},
    {Deed::ClearFinished, "clear", T("&Clear finished"), "Ctrl+Del", T("Remove done, cancelled and skipped jobs from the list; images and archives stay"), T("No job has finished")},
    {Deed::View, "view", T("&View"), "Ctrl+Return", T("Look at the picture, while it is being made too"), T("Select a job that is done or running to view it")},
    {Deed::OpenOutput, "open-folder", T("Open &output folder"), "Ctrl+E", T("Show the folder of the archive"), T("Select a finished job with an archive on this computer")},
    {Deed::OpenSource, "open-folder", T("Open &source folder"), "Ctrl+Shift+E", T("Show the folder of the image"), T("Select a job with an image on this computer")},
    {Deed::Pause, "state-paused", T("&Pause"), "Ctrl+Shift+P", T("Pause the selected jobs. Downloads and uploads stop at once, a pyramid is finished first"), T("Select a waiting or running job to pause")},
    {Deed::Resume, "state-running", T("Res&ume"), "Ctrl+Shift+U", T("Go on with the selected jobs"), T("Select a paused job to resume")},
    {Deed::Cancel, "cancel", T("&Cancel"), "Ctrl+.", T("Stop the selected jobs"), T("Select a waiting or running job to cancel")},
    {Deed::Retry, "retry", T("&Retry"), "Ctrl+R", T("Run the selected jobs again"), T("Select a failed or cancelled job to retry")},
    {Deed::Remove, "remove", T("Re&move"), "Del", T("Remove the selected jobs from the list; images and archives stay"), T("Select a job that has ended to remove it from the list")},
    {Deed::MoveUp, "move-up", T("Move &up"), "Ctrl+Up", T("Begin the selected jobs earlier"), T("Select a waiting job to move it")},
    {Deed::MoveDown, "move-down", T("Move &down"), "Ctrl+Down", T("Begin the selected jobs later"), T("Select a waiting job to move it")},
    {Deed::MoveTop, "move-top", T("Move to &top"), "Ctrl+Shift+Up", T("Begin the selected jobs next"), T("Select a waiting job to move it")},
    {Deed::MoveBottom, "move-bottom", T("Move to &bottom"), "Ctrl+Shift+Down", T("Begin the selected jobs last"), T("Select a waiting job to move it")},
    {Deed::JobOptions, "settings", T("&Options…"), "Alt+Return", T("See or change how the selected jobs are converted"), T("Select a job to see its options")},
    {Deed::ShowFilters, "filter", T("&Filters"), "F9", T("Show or hide the filters"), ""},
    {Deed::ShowDetails, "information", T("&Details"), "F8", T("Show or hide the details of the selected job"), ""},
    {Deed::ShowPreview, "view", T("&Preview"), "Space", T("Show the picture of the selected job, or its overview again"), ""},
    {Deed::ShowLog, "list", T("&Log"), "Ctrl+L", T("Show the log of the selected job"), ""},
    {Deed::Refresh, "retry", T("&Refresh"), "F5", T("Ask for the state of queue and disk now, and sort anew"), ""},
    {Deed::NextPane, "active", T("&Next pane"), "F6", T("Go to the next part of the window"), ""},
    {Deed::PreviousPane, "active", T("Pre&vious pane"), "Shift+F6", T("Go to the previous part of the window"), ""},
    {Deed::FullScreen, "full-screen", T("F&ull screen"), "F11", T("Use the whole screen, or a window again"), ""},
    {Deed::Shortcuts, "keyboard", T("&Keyboard shortcuts"), "?", T("List all keys"), ""},
    {Deed::About, "createzoom", T("&About CreateZoom"), "Shift+F1", T("Version and licence"), ""},
});
// clang-format on
#undef T

constexpr std::array checkable{Deed::ShowFilters, Deed::ShowDetails, Deed::FullScreen};

/// Deeds that need no selection, but something else.
bool isOfQueue(Deed deed)
{
    return deed == Deed::RetryAllFailed || deed == Deed::ClearFinished || deed == Deed::AddRemote;
}

} // namespace

bool isAllowed(Deed deed, const Job &job)
{
    using enum JobState;
    switch (deed) {
    case Deed::Cancel:
        return !isTerminal(job.state) && job.state != Stopping;
    case Deed::Retry:
        return mayRunAgain(job);
    case Deed::Remove:
        return isTerminal(job.state);
    case Deed::OpenOutput:
        return job.request.targetFolder.isLocal() && (job.state == Done || job.state == Skipped);
    case Deed::OpenSource:
        return job.request.source.isLocal();
    case Deed::View:
        return job.state == Done || job.state == Running || job.state == Skipped;
    case Deed::Pause:
        return (job.state == Running && !job.pauseWanted)
            || (isQueued(job.state) && job.state != Paused);
    case Deed::Resume:
        return job.state == Paused || job.pauseWanted;
    case Deed::MoveUp:
    case Deed::MoveDown:
    case Deed::MoveTop:
    case Deed::MoveBottom:
        return isQueued(job.state);
    default:
        return true;
    }
}

QString plainText(const QAction &action)
{
    return action.text().remove(u'&').remove(u'…');
}

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : rows) {
        auto *action = new QAction(symbolicIcon(QLatin1String(row.icon)), tr(row.text), this);
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
        m_actions.insert(row.deed, action);
    }
    for (const Deed deed : checkable)
        action(deed)->setCheckable(true);
    action(Deed::OpenOutput)->setIconText(tr("Open output"));
    action(Deed::Quit)->setMenuRole(QAction::QuitRole);
    action(Deed::Settings)->setMenuRole(QAction::PreferencesRole);
    action(Deed::About)->setMenuRole(QAction::AboutRole);
    // These keys mean something else elsewhere: Space presses a button.
    action(Deed::ShowPreview)->setShortcutContext(Qt::WidgetShortcut);
    action(Deed::SelectAll)->setShortcutContext(Qt::WidgetShortcut);
    makeFilters();
    fitTo(QList<const JobRow *>());
    fitTo(JobTally{});
}

void WindowActions::makeFilters()
{
    for (int group = 0; group < stateGroupCount; ++group) {
        auto *action = new QAction(groupName(StateGroup(group)), this);
        action->setShortcut(QKeySequence(u"Alt+%1"_s.arg(group + 1)));
        action->setData(group);
        m_filters << action;
    }
}

QList<QAction *> WindowActions::actions(const QList<Deed> &deeds) const
{
    QList<QAction *> found;
    for (const Deed deed : deeds)
        found << action(deed);
    return found;
}

void WindowActions::enable(Deed deed, bool isPossible)
{
    const auto row = std::find_if(
        rows.begin(), rows.end(), [deed](const Row &candidate) { return candidate.deed == deed; });
    QAction *action = m_actions.value(deed);
    action->setEnabled(isPossible);
    action->setToolTip(u"%1 (%2)"_s.arg(tr(isPossible ? row->toolTip : row->whyNot),
                                        action->shortcut().toString(QKeySequence::NativeText)));
}

void WindowActions::fitTo(const QList<const JobRow *> &selected)
{
    for (const Row &row : rows) {
        if (isOfQueue(row.deed))
            continue;
        enable(row.deed,
               !*row.whyNot
                   || std::any_of(selected.begin(), selected.end(), [&](const JobRow *job) {
                          return isAllowed(row.deed, job->job);
                      }));
    }
}

void WindowActions::fitTo(const JobTally &tally)
{
    enable(Deed::RetryAllFailed, tally.failed > 0);
    enable(Deed::ClearFinished, tally.of(StateGroup::Done) + tally.of(StateGroup::Dropped) > 0);
    action(Deed::RetryAllFailed)
        ->setText(tally.failed > 0
                      ? tr("Retry all &failed (%1)").arg(QLocale().toString(tally.failed))
                      : tr("Retry all &failed"));
}

void WindowActions::showQueuePaused(bool isPaused)
{
    QAction *toggle = action(Deed::ToggleQueue);
    toggle->setText(isPaused ? tr("&Start queue") : tr("&Pause queue"));
    toggle->setIcon(symbolicIcon(isPaused ? u"state-running"_s : u"state-paused"_s));
    const QString tip = isPaused ? tr("Begin waiting jobs again")
                                 : tr("Begin no more jobs; those that run go on");
    toggle->setToolTip(
        u"%1 (%2)"_s.arg(tip, toggle->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace createzoom
