// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowactions.h"

#include "ui/filterpane.h"
#include "ui/joblist.h"
#include "ui/symbolicicon.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

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

// clang-format off
constexpr auto rows = std::to_array<Row>({
    {Deed::AddFiles, "add-files", QT_TRANSLATE_NOOP("Deed", "&Add files…"), "Ctrl+O", QT_TRANSLATE_NOOP("Deed", "Add images to convert"), QT_TRANSLATE_NOOP("Deed", "Choose \"This computer\" to add images")},
    {Deed::AddFolder, "add-folder", QT_TRANSLATE_NOOP("Deed", "Add &folder…"), "Ctrl+Shift+O", QT_TRANSLATE_NOOP("Deed", "Add all images below a folder"), QT_TRANSLATE_NOOP("Deed", "Choose \"This computer\" to add images")},
    {Deed::AddRemote, "bucket", QT_TRANSLATE_NOOP("Deed", "Add from &bucket…"), "Ctrl+N", QT_TRANSLATE_NOOP("Deed", "Add images of a bucket"), QT_TRANSLATE_NOOP("Deed", "Choose \"This computer\" to add images")},
    {Deed::Paste, "paste", QT_TRANSLATE_NOOP("Deed", "&Paste files"), "Ctrl+V", QT_TRANSLATE_NOOP("Deed", "Add the files and paths on the clipboard"), QT_TRANSLATE_NOOP("Deed", "Choose \"This computer\" to add images")},
    {Deed::Settings, "settings", QT_TRANSLATE_NOOP("Deed", "&Settings…"), "Ctrl+,", QT_TRANSLATE_NOOP("Deed", "Change how CreateZoom works"), ""},
    {Deed::Quit, "close", QT_TRANSLATE_NOOP("Deed", "&Quit"), "Ctrl+Q", QT_TRANSLATE_NOOP("Deed", "Close CreateZoom"), ""},
    {Deed::CopyNames, "copy", QT_TRANSLATE_NOOP("Deed", "&Copy names and paths"), "Ctrl+C", QT_TRANSLATE_NOOP("Deed", "Copy names and paths of the selected jobs"), QT_TRANSLATE_NOOP("Deed", "Select a job to copy its name")},
    {Deed::CopyReport, "copy", QT_TRANSLATE_NOOP("Deed", "Copy &report"), "Ctrl+Shift+C", QT_TRANSLATE_NOOP("Deed", "Copy all that is known of the selected jobs, without secrets"), QT_TRANSLATE_NOOP("Deed", "Select a job to copy its report")},
    {Deed::SelectAll, "list", QT_TRANSLATE_NOOP("Deed", "Select &all"), "Ctrl+A", QT_TRANSLATE_NOOP("Deed", "Select all jobs that are shown"), ""},
    {Deed::Find, "search", QT_TRANSLATE_NOOP("Deed", "&Find…"), "Ctrl+F", QT_TRANSLATE_NOOP("Deed", "Search name, path, id"), ""},
    {Deed::ToggleQueue, "state-paused", QT_TRANSLATE_NOOP("Deed", "&Pause queue"), "Ctrl+P", QT_TRANSLATE_NOOP("Deed", "Begin no more jobs; those that run go on"), ""},
    {Deed::PauseNow, "state-paused", QT_TRANSLATE_NOOP("Deed", "Pause &now"), "Ctrl+Alt+P", QT_TRANSLATE_NOOP("Deed", "Begin no more jobs, and pause those that run"), ""},
    {Deed::RetryAllFailed, "retry", QT_TRANSLATE_NOOP("Deed", "Retry all &failed"), "Ctrl+Shift+R", QT_TRANSLATE_NOOP("Deed", "Run all failed jobs again"), QT_TRANSLATE_NOOP("Deed", "No job has failed")},
    {Deed::ClearFinished, "clear", QT_TRANSLATE_NOOP("Deed", "&Clear finished"), "Ctrl+Del", QT_TRANSLATE_NOOP("Deed", "Remove done, cancelled and skipped jobs from the list; images and archives stay"), QT_TRANSLATE_NOOP("Deed", "No job has finished")},
    {Deed::View, "view", QT_TRANSLATE_NOOP("Deed", "&View"), "Ctrl+Return", QT_TRANSLATE_NOOP("Deed", "Look at the picture, while it is being made too"), QT_TRANSLATE_NOOP("Deed", "Select a job that is done or running to view it")},
    {Deed::OpenOutput, "open-folder", QT_TRANSLATE_NOOP("Deed", "Open &output folder"), "Ctrl+E", QT_TRANSLATE_NOOP("Deed", "Show the folder of the archive"), QT_TRANSLATE_NOOP("Deed", "Select a finished job with an archive on this computer")},
    {Deed::OpenSource, "open-folder", QT_TRANSLATE_NOOP("Deed", "Open &source folder"), "Ctrl+Shift+E", QT_TRANSLATE_NOOP("Deed", "Show the folder of the image"), QT_TRANSLATE_NOOP("Deed", "Select a job with an image on this computer")},
    {Deed::Pause, "state-paused", QT_TRANSLATE_NOOP("Deed", "&Pause"), "Ctrl+Shift+P", QT_TRANSLATE_NOOP("Deed", "Pause the selected jobs. Downloads and uploads stop at once, a pyramid is finished first"), QT_TRANSLATE_NOOP("Deed", "Select a waiting or running job to pause")},
    {Deed::Resume, "state-running", QT_TRANSLATE_NOOP("Deed", "Res&ume"), "Ctrl+Shift+U", QT_TRANSLATE_NOOP("Deed", "Go on with the selected jobs"), QT_TRANSLATE_NOOP("Deed", "Select a paused job to resume")},
    {Deed::Cancel, "cancel", QT_TRANSLATE_NOOP("Deed", "&Cancel"), "Ctrl+.", QT_TRANSLATE_NOOP("Deed", "Stop the selected jobs"), QT_TRANSLATE_NOOP("Deed", "Select a waiting or running job to cancel")},
    {Deed::Retry, "retry", QT_TRANSLATE_NOOP("Deed", "&Retry"), "Ctrl+R", QT_TRANSLATE_NOOP("Deed", "Run the selected jobs again"), QT_TRANSLATE_NOOP("Deed", "Select a failed or cancelled job to retry")},
    {Deed::Remove, "remove", QT_TRANSLATE_NOOP("Deed", "Re&move"), "Del", QT_TRANSLATE_NOOP("Deed", "Remove the selected jobs from the list; images and archives stay"), QT_TRANSLATE_NOOP("Deed", "Select a job that has ended to remove it from the list")},
    {Deed::MoveUp, "move-up", QT_TRANSLATE_NOOP("Deed", "Move &up"), "Ctrl+Up", QT_TRANSLATE_NOOP("Deed", "Begin the selected jobs earlier"), QT_TRANSLATE_NOOP("Deed", "Select a waiting job to move it")},
    {Deed::MoveDown, "move-down", QT_TRANSLATE_NOOP("Deed", "Move &down"), "Ctrl+Down", QT_TRANSLATE_NOOP("Deed", "Begin the selected jobs later"), QT_TRANSLATE_NOOP("Deed", "Select a waiting job to move it")},
    {Deed::MoveTop, "move-top", QT_TRANSLATE_NOOP("Deed", "Move to &top"), "Ctrl+Shift+Up", QT_TRANSLATE_NOOP("Deed", "Begin the selected jobs next"), QT_TRANSLATE_NOOP("Deed", "Select a waiting job to move it")},
    {Deed::MoveBottom, "move-bottom", QT_TRANSLATE_NOOP("Deed", "Move to &bottom"), "Ctrl+Shift+Down", QT_TRANSLATE_NOOP("Deed", "Begin the selected jobs last"), QT_TRANSLATE_NOOP("Deed", "Select a waiting job to move it")},
    {Deed::JobOptions, "settings", QT_TRANSLATE_NOOP("Deed", "&Options…"), "Alt+Return", QT_TRANSLATE_NOOP("Deed", "See or change how the selected jobs are converted"), QT_TRANSLATE_NOOP("Deed", "Select a job to see its options")},
    {Deed::ShowFilters, "filter", QT_TRANSLATE_NOOP("Deed", "&Filters"), "F9", QT_TRANSLATE_NOOP("Deed", "Show or hide the filters"), ""},
    {Deed::ShowDetails, "information", QT_TRANSLATE_NOOP("Deed", "&Details"), "F8", QT_TRANSLATE_NOOP("Deed", "Show or hide the details of the selected job"), ""},
    {Deed::ComfortableRows, "comfortable", QT_TRANSLATE_NOOP("Deed", "&Comfortable rows"), "Ctrl+D", QT_TRANSLATE_NOOP("Deed", "Taller rows with a picture of each job"), ""},
    {Deed::ShowPreview, "view", QT_TRANSLATE_NOOP("Deed", "&Preview"), "Space", QT_TRANSLATE_NOOP("Deed", "Show the picture of the selected job, or its overview again"), ""},
    {Deed::ShowLog, "list", QT_TRANSLATE_NOOP("Deed", "&Log"), "Ctrl+L", QT_TRANSLATE_NOOP("Deed", "Show the log of the selected job"), ""},
    {Deed::Refresh, "retry", QT_TRANSLATE_NOOP("Deed", "&Refresh"), "F5", QT_TRANSLATE_NOOP("Deed", "Ask for the state of queue and disk now, and sort anew"), ""},
    {Deed::NextPane, "active", QT_TRANSLATE_NOOP("Deed", "&Next pane"), "F6", QT_TRANSLATE_NOOP("Deed", "Go to the next part of the window"), ""},
    {Deed::PreviousPane, "active", QT_TRANSLATE_NOOP("Deed", "Pre&vious pane"), "Shift+F6", QT_TRANSLATE_NOOP("Deed", "Go to the previous part of the window"), ""},
    {Deed::FullScreen, "full-screen", QT_TRANSLATE_NOOP("Deed", "F&ull screen"), "F11", QT_TRANSLATE_NOOP("Deed", "Use the whole screen, or a window again"), ""},
    {Deed::Shortcuts, "keyboard", QT_TRANSLATE_NOOP("Deed", "&Keyboard shortcuts"), "?", QT_TRANSLATE_NOOP("Deed", "List all keys"), ""},
    {Deed::About, "createzoom", QT_TRANSLATE_NOOP("Deed", "&About CreateZoom"), "Shift+F1", QT_TRANSLATE_NOOP("Deed", "Version and licence"), ""},
});
// clang-format on

constexpr std::array checkable{
    Deed::ShowFilters, Deed::ShowDetails, Deed::ComfortableRows, Deed::FullScreen};

/// For the tool bar, where words are short: their drawings say the rest.
constexpr std::array toolBarWords{
    std::pair{Deed::AddFiles, QT_TRANSLATE_NOOP("Deed", "Add files")},
    std::pair{Deed::AddFolder, QT_TRANSLATE_NOOP("Deed", "Add folder")},
    std::pair{Deed::OpenOutput, QT_TRANSLATE_NOOP("Deed", "Open output")},
};

/// Deeds that need no selection, but something else.
constexpr std::array setApart{Deed::AddFiles,
                              Deed::AddFolder,
                              Deed::AddRemote,
                              Deed::Paste,
                              Deed::RetryAllFailed,
                              Deed::ClearFinished};

/// Deeds with files of a job: of this computer.
constexpr std::array withFiles{Deed::OpenOutput, Deed::OpenSource};

template<size_t N>
bool isAmong(const std::array<Deed, N> &deeds, Deed deed)
{
    return std::find(deeds.begin(), deeds.end(), deed) != deeds.end();
}

QString words(const char *text)
{
    return QCoreApplication::translate("Deed", text);
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
        auto *action = new QAction(symbolicIcon(QLatin1String(row.icon)), words(row.text), this);
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
        m_actions.insert(row.deed, action);
    }
    for (const Deed deed : checkable)
        action(deed)->setCheckable(true);
    for (const auto &[deed, text] : toolBarWords)
        action(deed)->setIconText(words(text));
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
    action->setToolTip(u"%1 (%2)"_s.arg(words(isPossible ? row->toolTip : row->whyNot),
                                        action->shortcut().toString(QKeySequence::NativeText)));
}

void WindowActions::fitTo(const QList<const JobRow *> &selected)
{
    for (const Row &row : rows) {
        if (isAmong(setApart, row.deed))
            continue;
        const bool isElsewhere = !m_isHere && isAmong(withFiles, row.deed);
        enable(row.deed,
               !*row.whyNot
                   || std::any_of(selected.begin(), selected.end(), [&](const JobRow *job) {
                          return !isElsewhere && isAllowed(row.deed, job->job);
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

void WindowActions::showPlace(bool isHere, bool hasBucket)
{
    m_isHere = isHere;
    for (const Deed deed : {Deed::AddFiles, Deed::AddFolder, Deed::Paste})
        enable(deed, isHere);
    enable(Deed::AddRemote, isHere && hasBucket);
}

void WindowActions::showQueuePaused(bool isPaused)
{
    QAction *toggle = action(Deed::ToggleQueue);
    toggle->setText(isPaused ? tr("&Start queue") : tr("&Pause queue"));
    toggle->setIconText(isPaused ? tr("Start queue") : tr("Pause queue"));
    toggle->setIcon(symbolicIcon(isPaused ? u"state-running"_s : u"state-paused"_s));
    const QString tip = isPaused ? tr("Begin waiting jobs again")
                                 : tr("Begin no more jobs; those that run go on");
    toggle->setToolTip(
        u"%1 (%2)"_s.arg(tip, toggle->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace createzoom
