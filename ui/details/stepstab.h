// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTreeWidget>

namespace createzoom {

struct JobRow;

/// What has been done for a job and what is to come, oldest first; under a step that failed its
/// error. GUI thread.
class StepsTab : public QTreeWidget
{
    Q_OBJECT

public:
    explicit StepsTab(QWidget *parent = nullptr);

    void showRow(const JobRow &row);

private:
    void addRecords(const JobRow &row);
    void addLive(const JobRow &row);
};

} // namespace createzoom
