// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/conversionoptions.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTreeWidget;

namespace createzoom {

struct JobRow;

/// How a job is converted: each option, its value, and whether that is the usual one. GUI thread.
class OptionsTab : public QWidget
{
    Q_OBJECT

public:
    explicit OptionsTab(QWidget *parent = nullptr);

    void showRow(const JobRow &row);

Q_SIGNALS:
    void changeRequested();

private:
    QTreeWidget *m_list = nullptr;
    QLabel *m_note = nullptr;
    QWidget *m_change = nullptr;
    std::optional<ConversionOptions> m_shown{};
};

} // namespace createzoom
