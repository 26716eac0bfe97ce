// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/factstable.h"

#include "ui/jobcolumns.h"
#include "ui/joblist.h"
#include "ui/jobtext.h"
#include "ui/symbolicicon.h"

#include <QClipboard>
#include <QDateTime>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

enum class Copy { No, Yes };

constexpr int leastHeight = 24; ///< of what is clicked

struct Fact
{
    const char *name;
    QString (*text)(const JobRow &row);
    Copy copy = Copy::No;
};

QString column(const JobRow &row, JobColumn column)
{
    return jobColumn(static_cast<int>(column)).text(row);
}

QString joined(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u" · ");
}

QString sizes(const JobRow &row)
{
    const QString source = column(row, JobColumn::Size);
    const QString archive = column(row, JobColumn::OutputSize);
    if (source.isEmpty() || archive.isEmpty())
        return source + archive;
    return FactsTable::tr("%1 → %2 (%3 times)").arg(source, archive, column(row, JobColumn::Ratio));
}

QString image(const JobRow &row)
{
    const JobFacts &facts = row.job.facts;
    const QString pixels = column(row, JobColumn::Dimensions);
    const QString size = facts.micrometresPerPixel > 0
        ? FactsTable::tr("%1 µm/px").arg(QLocale().toString(facts.micrometresPerPixel, 'g', 4))
        : QString();
    return joined({pixels.isEmpty() ? pixels : FactsTable::tr("%1 px").arg(pixels), size});
}

QString pyramid(const JobRow &row)
{
    const JobFacts &facts = row.job.facts;
    if (facts.tiles <= 0)
        return {};
    const QString levels = FactsTable::tr("%n level(s)", nullptr, facts.levels);
    return joined({levels, FactsTable::tr("%1 tiles").arg(QLocale().toString(facts.tiles))});
}

QString times(const JobRow &row)
{
    const Job &job = row.job;
    const auto at = [](const QString &words, qint64 time) {
        return time > 0 ? words.arg(
                   QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat))
                        : QString();
    };
    return joined({at(FactsTable::tr("added %1"), job.createdAt),
                   at(FactsTable::tr("started %1"), job.startedAt),
                   at(FactsTable::tr("ended %1"), job.endedAt)});
}

QString durations(const JobRow &row)
{
    const QString waited = column(row, JobColumn::WaitingTime);
    const QString took = column(row, JobColumn::Duration);
    return joined({waited.isEmpty() ? waited : FactsTable::tr("waited %1").arg(waited),
                   took.isEmpty() ? took : FactsTable::tr("worked %1").arg(took)});
}

QString attempts(const JobRow &row)
{
    const int count = row.job.attempts + row.job.crashes;
    return count > 0 ? QLocale().toString(count) : QString();
}

/// Who runs it, since when.
QString worker(const JobRow &row)
{
    const Job &job = row.job;
    if (job.worker.isEmpty() || job.steps.isEmpty())
        return job.worker;
    const QDateTime begun = QDateTime::fromMSecsSinceEpoch(job.steps.last().startedAt);
    return FactsTable::tr("%1, since %2")
        .arg(job.worker, QLocale().toString(begun, QLocale::ShortFormat));
}

/// The machine that has the file of a job between two steps, where several share the work.
QString waitsAt(const JobRow &row)
{
    return isQueued(row.job.state) ? row.job.artifact.node : QString();
}

constexpr auto facts = std::to_array<Fact>({
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "From"),
     [](const JobRow &row) { return row.job.request.source.text(); },
     Copy::Yes},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "To"),
     [](const JobRow &row) { return row.job.request.target().text(); },
     Copy::Yes},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Warning"),
     [](const JobRow &row) {
         return warningLines(row.job).join(u'\n');
     }},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Size"), sizes},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Image"), image},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Pyramid"), pyramid},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Preset"),
     [](const JobRow &row) {
         return column(row, JobColumn::Preset);
     }},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Times"), times},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Durations"), durations},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Failed attempts"), attempts},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Submitted by"),
     [](const JobRow &row) {
         return row.job.request.submitter;
     }},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Worker"), worker},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Waits at"), waitsAt},
    {QT_TRANSLATE_NOOP("createzoom::FactsTable", "Job"),
     [](const JobRow &row) { return row.job.id; },
     Copy::Yes},
});

QToolButton *copyButton(QWidget *parent, const QString &what, const QLabel *value)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolicIcon(u"copy"_s));
    button->setAutoRaise(true);
    button->setFixedSize(leastHeight, leastHeight);
    button->setToolTip(FactsTable::tr("Copy: %1").arg(what));
    button->setAccessibleName(button->toolTip());
    QObject::connect(button, &QToolButton::clicked, value, [value] {
        QGuiApplication::clipboard()->setText(value->text());
    });
    return button;
}

} // namespace

FactsTable::FactsTable(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(3, 1);
    for (const Fact &fact : facts) {
        Line line{new QLabel(tr(fact.name), this), new QLabel(this), nullptr};
        line.name->setForegroundRole(QPalette::Text);
        line.name->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        line.value->setTextFormat(Qt::PlainText);
        line.value->setForegroundRole(QPalette::Text);
        line.value->setWordWrap(true);
        line.value->setTextInteractionFlags(Qt::TextSelectableByMouse
                                            | Qt::TextSelectableByKeyboard);
        line.value->setAccessibleName(tr(fact.name));
        const int row = static_cast<int>(m_lines.size());
        line.value->setMinimumHeight(leastHeight);
        grid->addWidget(line.name, row, 0);
        if (fact.copy == Copy::Yes) {
            line.copy = copyButton(this, tr(fact.name), line.value);
            grid->addWidget(line.copy, row, 1);
        }
        grid->addWidget(line.value, row, 2, 1, 2);
        m_lines << line;
    }
}

void FactsTable::showRow(const JobRow &row)
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        const QString text = facts.at(static_cast<size_t>(i)).text(row);
        if (line.value->text() != text) // what somebody marks stays marked
            line.value->setText(text);
        line.name->setVisible(!text.isEmpty());
        line.value->setVisible(!text.isEmpty());
        if (line.copy)
            line.copy->setVisible(!text.isEmpty());
    }
}

QStringList factLines(const JobRow &row)
{
    QStringList lines;
    for (const Fact &fact : facts) {
        if (const QString text = fact.text(row); !text.isEmpty())
            lines << u"%1: %2"_s.arg(FactsTable::tr(fact.name), text);
    }
    return lines;
}

} // namespace createzoom
