// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobboard.h"
#include "ui/serialworker.h"

#include <QBasicTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace createzoom {

class ViewerWidget;

/// The picture of one job: as far as it has come while it is being made, and when it is done. Asks
/// the board on a thread of its own, and only while it can be seen. GUI thread; `board` outlives
/// it.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(JobBoard &board, QWidget *parent = nullptr);
    ~PreviewPane() override;

    /// May be called for every change of the job; what is shown stays as long as it is right.
    void showJob(const Job &job);
    void clear(); ///< no job, or several, are selected

    ViewerWidget *viewer() const { return m_viewer; }

Q_SIGNALS:
    void openInWindow(const QString &jobId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void ask();
    void take(int question, const Result<std::shared_ptr<TileSource>> &answer);
    void showSentence(const QString &sentence);

    JobBoard &m_board;
    QStackedWidget *m_pages;
    QLabel *m_sentence;
    ViewerWidget *m_viewer;
    QLabel *m_status;
    QPushButton *m_open;
    Job m_job{}; ///< without id: none
    QString m_shownId; ///< of the job whose picture is open
    int m_question = 0; ///< counts; answers to earlier ones are dropped
    bool m_isDue = false; ///< to be asked once it can be seen
    QBasicTimer m_again;
    SerialWorker m_asker; ///< last: it uses the others
};

} // namespace createzoom
