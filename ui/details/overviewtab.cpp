// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/overviewtab.h"

#include "ui/details/errorpanel.h"
#include "ui/details/factstable.h"
#include "ui/details/throughputgraph.h"
#include "ui/filterpane.h"
#include "ui/jobcolumns.h"
#include "ui/joblist.h"
#include "ui/jobtext.h"
#include "ui/symbolicicon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMap>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int largeIcon = 24;

QLabel *plainLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::Text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    return label;
}

} // namespace

OverviewTab::OverviewTab(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Overview"));
    auto *pages = new QWidget;
    pages->setBackgroundRole(QPalette::Base);
    pages->setAutoFillBackground(true);
    m_jobPage = makeJobPage(pages);
    m_sumPage = makeSumPage(pages);
    auto *column = new QVBoxLayout(pages);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_jobPage);
    column->addWidget(m_sumPage);
    setWidget(pages);
    showQueue({});
}

// No QStackedWidget: that is as tall as its tallest page, and a short one could be scrolled.
void OverviewTab::showPage(const QWidget *page)
{
    for (QWidget *each : {m_jobPage, m_sumPage})
        each->setVisible(each == page);
}

QWidget *OverviewTab::makeJobPage(QWidget *parent)
{
    auto *page = new QWidget(parent);
    m_icon = new QLabel(page);
    m_title = plainLabel(page, tr("Name"));
    m_state = plainLabel(page, tr("State"));
    m_error = new ErrorPanel(page);
    m_facts = new FactsTable(page);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_title->setFont(large);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_state);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_error);
    column->addWidget(m_facts);
    column->addStretch(1);
    connect(m_error, &ErrorPanel::retryRequested, this, &OverviewTab::retryRequested);
    connect(m_error, &ErrorPanel::reportRequested, this, &OverviewTab::reportRequested);
    return page;
}

QWidget *OverviewTab::makeSumPage(QWidget *parent)
{
    auto *page = new QWidget(parent);
    m_sum = plainLabel(page, tr("Sums"));
    m_histogram = plainLabel(page, tr("Jobs by state"));
    m_histogram->setTextFormat(Qt::RichText);
    m_graph = new ThroughputGraph(page);
    QFont large = font();
    large.setBold(true);
    m_sum->setFont(large);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_histogram, 0, Qt::AlignTop);
    row->addWidget(m_graph, 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 10, 12, 10);
    column->addWidget(m_sum);
    column->addLayout(row);
    column->addStretch(1);
    m_histogram->setWordWrap(false);
    return page;
}

void OverviewTab::showIcon()
{
    m_icon->setPixmap(symbolicIcon(m_iconName, Tone(m_tone))
                          .pixmap(QSize(largeIcon, largeIcon), devicePixelRatioF()));
}

void OverviewTab::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        showIcon();
}

void OverviewTab::showRow(const JobRow &row)
{
    const StateLook look = stateLook(row.job);
    if (look.icon != m_iconName || int(look.tone) != m_tone) {
        m_iconName = look.icon;
        m_tone = int(look.tone);
        showIcon();
    }
    QStringList state{stateSentence(row.job)};
    if (const auto left = row.rate.timeLeft())
        state << tr("%1 left").arg(durationText(left->count() * 1000));
    state << speedText(row.rate.perSecond(), row.rate.isOfPixels());
    state.removeAll(QString());
    m_title->setText(row.job.request.sourceName());
    m_state->setText(state.join(u" · "));
    m_error->showJob(row.job);
    m_facts->showRow(row);
    showPage(m_jobPage);
}

void OverviewTab::showSelection(const QList<const JobRow *> &rows)
{
    QMap<int, int> counts;
    qint64 source = 0;
    qint64 archives = 0;
    for (const JobRow *row : rows) {
        ++counts[int(row->job.state)];
        source += row->job.facts.sourceBytes;
        archives += row->job.facts.archiveBytes;
    }
    QStringList sums{tr("%n jobs are selected", nullptr, static_cast<int>(rows.size()))};
    if (source > 0)
        sums << tr("%1 of images").arg(bytesText(source));
    if (archives > 0)
        sums << tr("%1 of archives").arg(bytesText(archives));
    m_sum->setText(sums.join(u" · "));
    QString html = u"<table cellspacing=\"2\">"_s;
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        Job job;
        job.state = JobState(count.key());
        const int width = static_cast<int>(160 * count.value() / rows.size());
        html += u"<tr><td>%1</td><td align=\"right\">&nbsp;%2&nbsp;</td><td>%3</td></tr>"_s.arg(
            stateLook(job).words.toHtmlEscaped(),
            QLocale().toString(count.value()),
            QString(std::max(1, width / 6), QChar(0x2588)));
    }
    m_histogram->setText(html + u"</table>"_s);
    m_graph->hide();
    showPage(m_sumPage);
}

void OverviewTab::showQueue(const JobTally &tally)
{
    m_sum->setText(tr("No job is selected. The queue holds:"));
    QString html = u"<table cellspacing=\"2\">"_s;
    for (int group = 0; group < stateGroupCount; ++group)
        html += u"<tr><td>%1</td><td align=\"right\">&nbsp;&nbsp;%2</td></tr>"_s.arg(
            groupName(StateGroup(group)).toHtmlEscaped(),
            QLocale().toString(tally.groups.at(static_cast<size_t>(group))));
    html += u"</table>"_s;
    if (m_histogram->text() != html)
        m_histogram->setText(html);
    m_graph->show();
    showPage(m_sumPage);
}

} // namespace createzoom
