// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/addplan.h"

#include <QDialog>

class QTreeWidget;

namespace createzoom {

/// Lists the images whose archives exist and asks of each, or of many at once, what to do. GUI
/// thread.
class ExistingDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExistingDialog(AddPlan plan, QWidget *parent = nullptr);

    /// The plan's requests as decided: those to be skipped are left out.
    QList<JobRequest> decided() const;

private:
    void fill();
    /// Of the selected rows.
    void decide(ExistsPolicy policy);

    AddPlan m_plan;
    QTreeWidget *m_list = nullptr;
};

} // namespace createzoom
