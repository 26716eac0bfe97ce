// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowactions.h"

#include "ui/symbolicicon.h"

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

constexpr auto rows = std::to_array<Row>({
    {Deed::AddFiles,
     "add-files",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "&Add files…"),
     "Ctrl+O",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Add images to convert"),
     ""},
    {Deed::AddFolder,
     "add-folder",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Add &folder…"),
     "Ctrl+Shift+O",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Add all images below a folder"),
     ""},
    {Deed::Cancel,
     "cancel",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "&Cancel"),
     "Ctrl+.",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Stop the selected jobs"),
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Select a waiting or running job to cancel")},
    {Deed::Retry,
     "retry",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "&Retry"),
     "Ctrl+R",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Run the selected jobs again"),
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Select a failed or cancelled job to retry")},
    {Deed::Remove,
     "remove",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Re&move"),
     "Del",
     QT_TRANSLATE_NOOP("createzoom::WindowActions",
                       "Remove the selected jobs from the list; images and archives stay"),
     QT_TRANSLATE_NOOP("createzoom::WindowActions",
                       "Select a job that has ended to remove it from the list")},
    {Deed::OpenOutput,
     "open-folder",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Open &output folder"),
     "Ctrl+E",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Show the folder of the archive"),
     QT_TRANSLATE_NOOP("createzoom::WindowActions",
                       "Select a finished job with an archive on this computer")},
    {Deed::ShowDetails,
     "information",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "&Details"),
     "F8",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Show or hide the details of the selected job"),
     ""},
    {Deed::Quit,
     "close",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "&Quit"),
     "Ctrl+Q",
     QT_TRANSLATE_NOOP("createzoom::WindowActions", "Close CreateZoom"),
     ""},
});

} // namespace

bool isAllowed(Deed deed, const Job &job)
{
    switch (deed) {
    case Deed::Cancel:
        return !isTerminal(job.state) && job.state != JobState::Stopping;
    case Deed::Retry:
        return job.state == JobState::Failed || job.state == JobState::Cancelled;
    case Deed::Remove:
        return isTerminal(job.state);
    case Deed::OpenOutput:
        return job.request.targetFolder.isLocal()
            && (job.state == JobState::Done || job.state == JobState::Skipped);
    default:
        return true;
    }
}

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : rows) {
        auto *action = new QAction(symbolicIcon(QLatin1String(row.icon)), tr(row.text), this);
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
        m_actions.insert(row.deed, action);
    }
    action(Deed::ShowDetails)->setCheckable(true);
    action(Deed::Quit)->setMenuRole(QAction::QuitRole);
    fitTo({});
}

QList<QAction *> WindowActions::actions(const QList<Deed> &deeds) const
{
    QList<QAction *> found;
    for (const Deed deed : deeds)
        found << action(deed);
    return found;
}

void WindowActions::fitTo(const QList<Job> &selected)
{
    for (const Row &row : rows) {
        const bool isPossible
            = !*row.whyNot || std::any_of(selected.begin(), selected.end(), [&](const Job &job) {
                  return isAllowed(row.deed, job);
              });
        QAction *action = m_actions.value(row.deed);
        action->setEnabled(isPossible);
        const QString tip = tr(isPossible ? row.toolTip : row.whyNot);
        action->setToolTip(
            u"%1 (%2)"_s.arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    }
}

} // namespace createzoom
