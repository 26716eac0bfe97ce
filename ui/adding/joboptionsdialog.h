// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QDialog>
#include <QList>

#include <utility>

class QLabel;
class QRadioButton;
class QSettings;

namespace createzoom {

class OptionsPanel;

using OptionChanges = QList<std::pair<QString, ConversionOptions>>;

/// Options of jobs that were added: of those selected, or of all that wait. GUI thread; `settings`
/// outlives it.
class JobOptionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `jobs`: the selected ones, of which at least one mayChangeOptions(); `all` those of the
    /// window.
    JobOptionsDialog(QSettings &settings,
                     const QList<Job> &jobs,
                     const QList<Job> &all,
                     QWidget *parent = nullptr);

    /// What is to be set, of jobs whose options change.
    OptionChanges changes() const;

private:
    QList<Job> m_selected;
    QList<Job> m_waiting;
    OptionsPanel *m_options = nullptr;
    QRadioButton *m_toAll = nullptr;
};

} // namespace createzoom
