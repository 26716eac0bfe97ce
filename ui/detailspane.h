// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QTextBrowser>

namespace createzoom {

/// What there is to know of the selected job, its error in full: what happened, why, what to do.
/// GUI thread.
class DetailsPane : public QTextBrowser
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    void showJob(const Job &job);
    /// Nothing, or several jobs, are selected.
    void showSelectionCount(int count);

private:
    void showHtml(const QString &html);

    QString m_html{};
};

} // namespace createzoom
