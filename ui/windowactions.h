// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QAction>
#include <QHash>
#include <QList>
#include <QObject>

namespace createzoom {

enum class Deed { AddFiles, AddFolder, Cancel, Retry, Remove, OpenOutput, ShowDetails, Quit };

/// May this be done with the job as it is?
bool isAllowed(Deed deed, const Job &job);

/// The window's verbs, shared by tool bar, menus and context menu; those that do not fit the
/// selection are disabled and say why. Owned by the window. GUI thread.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);

    QAction *action(Deed deed) const { return m_actions.value(deed); }
    QList<QAction *> actions(const QList<Deed> &deeds) const;

    /// Enables what can be done with at least one of the jobs.
    void fitTo(const QList<Job> &selected);

private:
    QHash<Deed, QAction *> m_actions{};
};

} // namespace createzoom
