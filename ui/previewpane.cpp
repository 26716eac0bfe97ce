// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/previewpane.h"

#include "ui/jobpictures.h"
#include "ui/sentences.h"
#include "ui/viewer/vieweractions.h"
#include "ui/viewer/viewerwidget.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int previewPatience = 1000; ///< milliseconds

struct Sentence
{
    JobState state;
    const char *text;
};

/// Why there is no picture.
constexpr auto sentences = std::to_array<Sentence>({
    {JobState::Waiting,
     QT_TRANSLATE_NOOP("createzoom::PreviewPane",
                       "The picture appears here while the pyramid is being made.")},
    {JobState::Running,
     QT_TRANSLATE_NOOP("createzoom::PreviewPane", "The first tiles are not there yet.")},
    {JobState::Failed,
     QT_TRANSLATE_NOOP("createzoom::PreviewPane", "The job failed: there is no picture.")},
    {JobState::Cancelled,
     QT_TRANSLATE_NOOP("createzoom::PreviewPane", "The job was cancelled: there is no picture.")},
});

QString sentenceFor(const Job &job, const Error &error)
{
    if (job.state == JobState::Running && job.stage == Stage::Download)
        return PreviewPane::tr("The image is still being downloaded.");
    for (const Sentence &sentence : sentences) {
        if (error.code == ErrorCode::NotFound && sentence.state == job.state)
            return PreviewPane::tr(sentence.text);
    }
    return sentenceOrEnglish(error.message);
}

} // namespace

PreviewPane::PreviewPane(JobBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_pages(new QStackedWidget(this))
    , m_sentence(new QLabel(this))
    , m_viewer(new ViewerWidget(this))
    , m_status(new QLabel(this))
    , m_open(new QPushButton(tr("Open in &viewer window"), this))
{
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_pages->addWidget(m_sentence);
    m_pages->addWidget(m_viewer);
    constexpr int margin = 6;
    m_status->setAccessibleName(tr("Position and zoom"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(margin, 0, margin, margin);
    row->addWidget(m_status, 1);
    row->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages, 1);
    column->addLayout(row);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openInWindow(m_job.id); });
    const auto *actions = new ViewerActions(*m_viewer);
    connect(actions, &ViewerActions::notice, m_status, &QLabel::setText);
    connect(m_viewer, &ViewerWidget::viewChanged, this, [this] {
        m_status->setText(m_viewer->statusText());
    });
    clear();
}

PreviewPane::~PreviewPane()
{
    m_asker.end();
}

void PreviewPane::showJob(const Job &job)
{
    const bool isAnother = m_job.id != job.id;
    const bool isDue = isAnother || mayPreviewDiffer(m_job, job);
    m_job = job;
    if (isAnother)
        showSentence({});
    if (isDue)
        ask();
}

void PreviewPane::clear()
{
    m_job = {};
    ++m_question;
    m_again.stop();
    showSentence(tr("Select a job to see its picture."));
}

void PreviewPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isDue)
        ask();
}

void PreviewPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_again.isActive())
        m_isDue = true;
    m_again.stop();
}

void PreviewPane::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_again.timerId())
        return QWidget::timerEvent(event);
    m_again.stop();
    ask();
}

void PreviewPane::ask()
{
    m_isDue = !isVisible();
    if (m_isDue || m_job.id.isEmpty())
        return;
    m_asker.post([this, id = m_job.id, question = ++m_question] {
        Result<std::unique_ptr<TileSource>> opened = m_board.preview(id);
        const Result<std::shared_ptr<TileSource>> answer = opened
            ? Result<std::shared_ptr<TileSource>>(std::shared_ptr<TileSource>(std::move(*opened)))
            : opened.error();
        // Dropped when the pane is gone: its destructor has waited for this thread.
        QMetaObject::invokeMethod(
            this, [this, question, answer] { take(question, answer); }, Qt::QueuedConnection);
    });
}

void PreviewPane::take(int question, const Result<std::shared_ptr<TileSource>> &answer)
{
    if (question != m_question)
        return;
    if (answer) {
        if (m_shownId == m_job.id)
            m_viewer->continueWith(*answer);
        else
            m_viewer->showSource(*answer);
        m_shownId = m_job.id;
        m_pages->setCurrentWidget(m_viewer);
        m_open->setEnabled(true);
        m_status->setText(m_viewer->statusText());
        return;
    }
    showSentence(sentenceFor(m_job, answer.error()));
    if (!isTerminal(m_job.state))
        m_again.start(previewPatience, this);
}

void PreviewPane::showSentence(const QString &sentence)
{
    m_viewer->clear();
    m_shownId.clear();
    m_sentence->setText(sentence);
    m_pages->setCurrentWidget(m_sentence);
    m_status->clear();
    m_open->setEnabled(false);
}

} // namespace createzoom
