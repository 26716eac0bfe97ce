// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobboard.h"
#include "ui/serialworker.h"

#include <QBasicTimer>
#include <QCache>
#include <QDeadlineTimer>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSize>

#include <array>

namespace createzoom {

/// Another answer of JobBoard::preview() is to be expected of the two.
bool mayPreviewDiffer(const Job &before, const Job &after);

/// Small pictures of jobs for a list: there as soon as the job has one, and renewed while it is
/// being made. Asks the board on a few threads of its own, so that a slow answer does not hold up
/// the others, and only for those that are wanted at that moment; what it has is kept up to a limit
/// of bytes. Owned by the window, GUI thread; `board` outlives it.
class JobPictures : public QObject
{
    Q_OBJECT

public:
    explicit JobPictures(JobBoard &board, QObject *parent = nullptr);
    ~JobPictures() override;

    /// What can be seen, the most urgent first, in pictures of at most `box` pixels. Replaces what
    /// was wanted before.
    void want(const QList<Job> &jobs, QSize box);
    QImage picture(const QString &jobId) const; ///< null: there is none yet
    qsizetype bytes() const { return m_known.totalCost(); }

Q_SIGNALS:
    void changed(const QString &jobId);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    /// What the board said, and when to ask again.
    struct Known
    {
        Job job{}; ///< as it was when asked
        QImage image{}; ///< null: it had none
        QDeadlineTimer again{QDeadlineTimer::Forever};
    };
    struct Answer
    {
        QImage image{};
        bool isFailed = false; ///< no word on whether there is one
        bool isGrowing = false;
    };

    struct Asker
    {
        QString jobId{}; ///< empty: it has nothing to do
        SerialWorker worker{};
    };

    bool isDue(const Job &job) const;
    void askNext();
    void ask(Asker &asker, const Job &job);
    static Answer answerOf(JobBoard &board, const QString &jobId, QSize box);
    void take(const Job &job, QSize box, const Answer &answer);
    void waitForDue();

    JobBoard &m_board;
    QList<Job> m_wanted{};
    QSize m_box{};
    QCache<QString, Known> m_known;
    QBasicTimer m_again{};
    std::array<Asker, 3> m_askers{}; ///< last: they use the others
};

} // namespace createzoom
