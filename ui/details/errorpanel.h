// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace createzoom {

/// The error of a job: what happened, why, what to do, with buttons; technical details folded,
/// secrets masked. GUI thread.
class ErrorPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorPanel(QWidget *parent = nullptr);

    void showJob(const Job &job); ///< hides itself when the job has no error

Q_SIGNALS:
    void retryRequested();
    void reportRequested();

private:
    QLabel *m_what = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_remedy = nullptr;
    QWidget *m_retry = nullptr;
    QToolButton *m_fold = nullptr;
    QLabel *m_details = nullptr;
};

} // namespace createzoom
