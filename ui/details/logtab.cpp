// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/logtab.h"

#include "core/base/logging.h"
#include "ui/errortext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int askMilliseconds = 1000;

enum Level { All, Warnings, Errors };

/// A line is "TIME info|warning|error TEXT" (core/pipeline/joblog); the text may hold any word.
bool isOfLevel(const QString &line, int level)
{
    const QString word = line.section(u' ', 1, 1);
    return level == All || word == u"error" || (level == Warnings && word == u"warning");
}

} // namespace

LogTab::LogTab(QWidget *parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Log of the job"));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setAcceptDrops(false); // the window takes drops
    m_text->setFrameShape(QFrame::NoFrame);
    m_note->setContentsMargins(8, 0, 8, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    m_note->hide();
    startTimer(askMilliseconds);
}

QWidget *LogTab::makeBar()
{
    auto *bar = new QWidget(this);
    m_level = new QComboBox(bar);
    m_level->addItems({tr("All lines"), tr("Warnings and errors"), tr("Errors")});
    m_level->setAccessibleName(tr("Which lines"));
    m_search = new QLineEdit(bar);
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_follow = new QCheckBox(tr("Follow"), bar);
    m_follow->setToolTip(tr("Scroll to new lines"));
    m_follow->setChecked(true);
    auto *copy = new QPushButton(tr("Copy"), bar);
    copy->setToolTip(tr("Copy the lines that are shown"));
    auto *save = new QPushButton(tr("Save…"), bar);
    save->setToolTip(tr("Save the lines that are shown in a file"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_level);
    row->addWidget(m_search, 1);
    row->addWidget(m_follow);
    row->addWidget(copy);
    row->addWidget(save);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogTab::render);
    connect(m_search, &QLineEdit::textChanged, this, &LogTab::render);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
    });
    connect(save, &QPushButton::clicked, this, &LogTab::save);
    return bar;
}

void LogTab::showJob(const QString &id, bool isGrowing)
{
    const bool isOther = id != m_id;
    const bool isEnding = m_isGrowing && !isGrowing; // its last lines
    m_id = id;
    m_isGrowing = isGrowing;
    if (isOther) {
        m_lines.clear();
        m_note->hide();
        render();
    }
    if (isOther || isEnding)
        ask();
}

void LogTab::ask()
{
    if (isVisible() && !m_id.isEmpty())
        Q_EMIT logWanted(m_id);
}

void LogTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void LogTab::timerEvent(QTimerEvent * /*event*/)
{
    if (m_isGrowing)
        ask();
}

void LogTab::showLines(const QString &id, const QStringList &lines)
{
    if (id != m_id || lines == m_lines)
        return;
    m_note->hide();
    m_lines = lines;
    render();
}

void LogTab::showFailure(const QString &id, const Error &error)
{
    if (id != m_id)
        return;
    m_note->setText(tr("The log cannot be read. %1").arg(errorLine(error)));
    m_note->show();
}

void LogTab::render()
{
    QStringList lines;
    for (const QString &line : m_lines) {
        if (isOfLevel(line, m_level->currentIndex())
            && line.contains(m_search->text(), Qt::CaseInsensitive))
            lines << masked(line);
    }
    const int position = m_text->verticalScrollBar()->value();
    m_text->setPlainText(lines.join(u'\n'));
    QScrollBar *bar = m_text->verticalScrollBar();
    bar->setValue(m_follow->isChecked() ? bar->maximum() : position);
}

void LogTab::save()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the log"), u"log.txt"_s, tr("Text (*.txt *.log)"));
    if (path.isEmpty())
        return;
    const QByteArray text = m_text->toPlainText().toUtf8() + '\n';
    m_writer.post([this, path, text] {
        QSaveFile file(path);
        const bool isSaved
            = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        const QString note = isSaved
            ? tr("Saved as %1").arg(path)
            : tr("%1 could not be written: %2").arg(path, file.errorString());
        QMetaObject::invokeMethod(this, [this, note] {
            m_note->setText(note);
            m_note->show();
        });
    });
}

} // namespace createzoom
